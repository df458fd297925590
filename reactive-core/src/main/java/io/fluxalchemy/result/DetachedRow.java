package io.fluxalchemy.result;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.sql.SqlRow;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return exactly(values[shape.indexOf(alias)], type, "column \"" + alias + "\"");
    }

    @Override
    public <T> T get(int index, Class<T> type) {
        T value = getOrNull(index, type);
        if (value == null) {
            throw new ConversionException("value " + index + " is NULL in this row: read it with getOrNull");
        }
        return value;
    }

    @Override
    public <T> @Nullable T getOrNull(int index, Class<T> type) {
        if (index < 0 || index >= values.length) {
            throw new StatementException("value " + index + " was asked for, and the row has " + values.length
                    + ", counted from 0: " + shape.labels());
        }
        return exactly(values[index], type, "value " + index);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public Map<String, @Nullable Object> asMap() {
        List<String> keys = shape.requireKeys();
        Map<String, @Nullable Object> map = new LinkedHashMap<>(values.length * 2);
        for (int i = 0; i < values.length; i++) {
            map.put(keys.get(i), values[i]);
        }
        return Collections.unmodifiableMap(map);
    }

    private static <T> @Nullable T exactly(@Nullable Object value, Class<T> type, String what) {
        if (value == null) {
            return null;
        }
        T widened = Widening.of(value, type);
        if (widened == null) {
            throw new ConversionException(what + " is a " + value.getClass().getName() + ", not exactly a "
                    + type.getName() + ": read it as that class, or cast it in the statement");
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
