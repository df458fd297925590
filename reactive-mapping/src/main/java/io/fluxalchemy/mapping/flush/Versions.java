package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.model.EntityColumn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Counts versions: numbers by one, times by the clock in microseconds, which is what databases keep. */
final class Versions {

    private Versions() {}

    /** The version of a row that is inserted without one. */
    static Object first(EntityColumn<?> column) {
        return next(column, null);
    }

    /** The version after this one; always another. */
    static Object next(EntityColumn<?> column, @Nullable Object before) {
        Class<?> type = column.type().javaType();
        if (type == Integer.class) {
            return before == null ? 0 : (Integer) before + 1;
        }
        if (type == Long.class) {
            return before == null ? 0L : (Long) before + 1;
        }
        if (type == Short.class) {
            return (short) (before == null ? 0 : (Short) before + 1);
        }
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        if (type == Instant.class) {
            Instant old = (Instant) before;
            return old == null || now.isAfter(old) ? now : old.plus(1, ChronoUnit.MICROS);
        }
        OffsetDateTime utc = now.atOffset(java.time.ZoneOffset.UTC);
        if (type == OffsetDateTime.class) {
            OffsetDateTime old = (OffsetDateTime) before;
            return old == null || utc.isAfter(old) ? utc : old.plus(1, ChronoUnit.MICROS);
        }
        if (type == LocalDateTime.class) {
            LocalDateTime old = (LocalDateTime) before;
            LocalDateTime local = utc.toLocalDateTime();
            return old == null || local.isAfter(old) ? local : old.plus(1, ChronoUnit.MICROS);
        }
        throw new FlushRefusedException("column " + column.name() + " cannot count versions as " + type.getName()
                + ": make the @Version attribute an int, long, short, Instant, OffsetDateTime or LocalDateTime");
    }
}
