package io.fluxalchemy.testkit.engine;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;

final class Notes extends Table<Notes> {

    static final Notes NOTES = new Notes(Name.of("note"));

    final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    final TextColumn text = varchar("text", 50, unique());

    private Notes(Name name) {
        super(name, Notes::new);
    }
}
