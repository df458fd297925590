package io.fluxalchemy.result;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.sql.SqlRow;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row that no longer needs its connection: the values, and the shape all rows of the result share. */
final class DetachedRow implements SqlRow {

    private final RowShape shape;
    private final @Nullable Object[] values;

    DetachedRow(RowShape shape, @Nullable Object[] values) {
        this.shape = shape;
        this.values = values;
    }

    @Override
    public <T> T get(Selectable<T> what) {
        T value = getOrNull(what);
        if (value == null) {
            throw new ConversionException(what.describe() + " is NULL in this row: read it with getOrNull");
        }
        return value;
    }

    @Override
    @SuppressWarnings("unchecked") // the selectable's own reader made the value
    public <T> @Nullable T getOrNull(Selectable<T> what) {
        return (T) values[shape.indexOf(what)];
    }

    @Override
    public <T> T get(String alias, Class<T> type) {
        T value = getOrNull(alias, type);
        if (value == null) {
            throw new ConversionException("column \"" + alias + "\" is NULL in this row: read it with getOrNull");
        }
        return value;
    }

    @Override
    public <T> @Nullable T getOrNull(String alias, Class<T> type) {
        Object value = values[shape.indexOf(alias)];
        if (value == null) {
            return null;
        }
        T widened = Widening.of(value, type);
        if (widened == null) {
            throw new ConversionException(
                    "column \"" + alias + "\" is a " + value.getClass().getName() + ", not exactly a " + type.getName()
                            + ": read it as that class, or cast it in the statement");
        }
        return widened;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DetachedRow row
                && shape.labels().equals(row.shape.labels())
                && Arrays.deepEquals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    /** The labels alone: a row may hold secrets. */
    @Override
    public String toString() {
        return "SqlRow" + shape.labels();
    }
}
