package io.fluxalchemy.type;

import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;

/** A time of which a column keeps some digits of the second. The rest is cut when it is written, towards the past. */
record TruncatedTimeType<T extends Temporal>(TemporalType<T> exact, int digits) implements TemporalType<T> {

    /** What every supported database keeps. */
    private static final int MOST_DIGITS = 6;

    private static final int NANO_DIGITS = 9;

    TruncatedTimeType {
        if (digits < 0 || digits > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "a second precision of " + digits + ": databases keep 0 to " + MOST_DIGITS + " digits of a second");
        }
    }

    @Override
    public Storage storage() {
        return exact.storage();
    }

    @Override
    public Storage declared() {
        return new Storage.Precise((Storage.Simple) exact.storage(), digits);
    }

    @Override
    public Class<?> javaType() {
        return exact.javaType();
    }

    @Override
    @SuppressWarnings("unchecked") // a time with another fraction of its second is of the same class
    public T kept(T value) {
        int nano = value.get(ChronoField.NANO_OF_SECOND);
        int unit = (int) Math.pow(10, NANO_DIGITS - digits);
        return nano % unit == 0 ? value : (T) value.with(ChronoField.NANO_OF_SECOND, nano - nano % unit);
    }

    @Override
    @SuppressWarnings("unchecked") // the class is checked
    public Object toStorage(T value) {
        return exact.toStorage(kept((T) Canonical.require(javaType(), value, this)));
    }

    @Override
    public T fromStorage(Object stored) {
        return exact.fromStorage(stored);
    }

    @Override
    public String name() {
        return exact.name() + " to " + digits + " digits of the second";
    }
}
