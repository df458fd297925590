package io.fluxalchemy.dialects;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.BooleanColumn;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;

final class Authors extends Table<Authors> {

    static final Authors AUTHORS = new Authors(Name.of("author"));

    final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    final TextColumn name = varchar("name", 200, notNull());
    final NumericColumn<Integer> born = integer("born");
    final BooleanColumn active = bool("active", notNull());

    private Authors(Name name) {
        super(name, Authors::new);
    }
}
