package io.fluxalchemy.docs;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;

final class Audits extends Table<Audits> {

    static final Audits AUDIT = new Audits(Name.of("audit"));

    final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    final TextColumn what = text("what", notNull());

    private Audits(Name name) {
        super(name, Audits::new);
    }
}
