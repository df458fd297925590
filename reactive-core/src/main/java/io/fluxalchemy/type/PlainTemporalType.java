package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;

/** A date or time whose Java class is what the driver layer carries; nothing finer than a microsecond is sent. */
record PlainTemporalType<T extends Temporal>(Storage.Simple storage, Class<T> javaType) implements TemporalType<T> {

    private static final long FIRST_SECOND = LocalDateTime.MIN.toEpochSecond(ZoneOffset.UTC);
    private static final long LAST_SECOND = LocalDateTime.MAX.toEpochSecond(ZoneOffset.UTC);

    @Override
    public Object toStorage(T value) {
        requireMicros(Canonical.require(javaType, value, this), this);
        if (value instanceof Instant instant) {
            requireCalendar(instant, this);
        }
        return value;
    }

    @Override
    public T fromStorage(Object stored) {
        return Canonical.require(javaType, stored, this);
    }

    @Override
    public String name() {
        return Canonical.name(storage);
    }

    /** An instant may lie beyond the years that dates have, in Java and in every database. */
    static void requireCalendar(Instant value, SqlType<?> type) {
        long second = value.getEpochSecond();
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            throw new ConversionException(
                    "the instant is outside the years -999999999 to 999999999, no " + type.name() + " keeps it");
        }
    }

    /** The type to write for a column that cuts. */
    private static String cutting(SqlType<?> type) {
        return "Types."
                + switch ((Storage.Simple) type.storage()) {
                    case TIME -> "time(6)";
                    case TIMESTAMP -> "localTimestamp(6)";
                    default -> type.javaType() == OffsetDateTime.class ? "offsetTimestamp(6)" : "timestamp(6)";
                };
    }

    static void requireMicros(Temporal value, SqlType<?> type) {
        if (value.isSupported(ChronoField.NANO_OF_SECOND) && value.get(ChronoField.NANO_OF_SECOND) % 1_000 != 0) {
            throw new ConversionException(type.name()
                    + " keeps microseconds and the value has nanoseconds: write value.truncatedTo(ChronoUnit.MICROS), or have"
                    + " the column cut what is finer, with @Column(secondPrecision = 6) on an attribute or "
                    + cutting(type) + " in a table");
        }
    }
}
