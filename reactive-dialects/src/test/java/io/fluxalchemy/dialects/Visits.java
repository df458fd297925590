package io.fluxalchemy.dialects;

import io.fluxalchemy.schema.Index;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;

/** A table with one index, which a test says. */
final class Visits extends Table<Visits> {

    final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    final TextColumn visitor = varchar("visitor", 80, notNull(), unique(), check("visitor <> ''"));
    final TextColumn place = varchar("place", 80, notNull());

    Visits(Index index) {
        super(Name.of("visit"), name -> new Visits(index));
        index(index);
    }

    private Visits(Name name) {
        super(name, Visits::new);
    }

    /** Without an index. */
    static Visits plain() {
        return new Visits(Name.of("visit"));
    }
}
