package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;

/** A date or time whose Java class is what the driver layer carries; nothing finer than a microsecond is sent. */
record PlainTemporalType<T extends Temporal>(Storage.Simple storage, Class<T> javaType) implements TemporalType<T> {

    @Override
    public Object toStorage(T value) {
        requireMicros(Canonical.require(javaType, value, this), this);
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

    static void requireMicros(Temporal value, SqlType<?> type) {
        if (value.isSupported(ChronoField.NANO_OF_SECOND) && value.get(ChronoField.NANO_OF_SECOND) % 1_000 != 0) {
            throw new ConversionException(type.name()
                    + " keeps microseconds and the value has nanoseconds: write value.truncatedTo(ChronoUnit.MICROS)");
        }
    }
}
