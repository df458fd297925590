package io.fluxalchemy.testkit.compliance;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.BooleanColumn;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TemporalColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.sql.ValueColumn;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/** A column of each type that every database has. */
final class TypeTable extends Table<TypeTable> {

    static final TypeTable TYPES = new TypeTable(Name.of("suite_type"));

    final NumericColumn<Integer> id = integer("id", primaryKey());
    final NumericColumn<Short> small = smallint("a_smallint");
    final NumericColumn<Integer> whole = integer("an_integer");
    final NumericColumn<Long> big = bigint("a_bigint");
    final NumericColumn<Double> floating = doublePrecision("a_double");
    final NumericColumn<BigDecimal> exact = decimal("a_decimal", 20, 4);
    final BooleanColumn flag = bool("a_boolean");
    final TextColumn shortText = varchar("a_varchar", 50);
    final TextColumn longText = text("a_text");
    final TemporalColumn<LocalDate> day = date("a_date");
    final TemporalColumn<LocalTime> clock = temporal("a_time", Types.TIME);
    final TemporalColumn<LocalDateTime> local = temporal("a_local_timestamp", Types.LOCAL_TIMESTAMP);
    final TemporalColumn<Instant> instant = timestamp("a_timestamp");
    final ValueColumn<UUID> uuid = column("a_uuid", Types.UUID);
    final ValueColumn<byte[]> bytes = column("some_bytes", Types.BYTES);
    final ValueColumn<DayOfWeek> name = column("an_enum", Types.enumOf(DayOfWeek.class));

    private TypeTable(Name name) {
        super(name, TypeTable::new);
    }
}
