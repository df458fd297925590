package io.fluxalchemy.testkit.compliance;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;

/** Who makes the {@link Items}. */
final class Makers extends Table<Makers> {

    static final Makers MAKERS = new Makers(Name.of("suite_maker"));

    final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    final TextColumn name = varchar("name", 100, notNull(), unique());

    private Makers(Name name) {
        super(name, Makers::new);
    }
}
