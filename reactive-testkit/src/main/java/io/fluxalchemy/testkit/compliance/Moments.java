package io.fluxalchemy.testkit.compliance;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TemporalColumn;
import java.time.Instant;
import java.time.LocalDate;

/** One row: the 29th of February 2024, 12:34:56.789012 UTC, and the 31st of January of that year. */
final class Moments extends Table<Moments> {

    static final Moments MOMENTS = new Moments(Name.of("suite_moment"));

    final NumericColumn<Integer> id = integer("id", primaryKey());
    final TemporalColumn<Instant> instant = timestamp("an_instant");
    final TemporalColumn<LocalDate> day = date("a_day");

    private Moments(Name name) {
        super(name, Moments::new);
    }
}
