package io.fluxalchemy.mapping.state;

import io.fluxalchemy.type.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a column's value for later comparison. Values of immutable classes are kept as they are; what could be changed in place
 * (bytes, JSON documents, lists) is kept in its stored form. Stateless.
 */
public final class FrozenValue {

    private FrozenValue() {}

    /** What a snapshot keeps of a value. */
    public static @Nullable Object freeze(SqlType<?> type, @Nullable Object value) {
        return value == null || isImmutable(value) ? value : stored(type, value);
    }

    /** What the column will hold of a value: the value itself, but for types that cut. */
    @SuppressWarnings("unchecked") // a column's value is an instance of what its type reads and writes
    public static Object kept(SqlType<?> type, Object value) {
        return ((SqlType<Object>) type).kept(value);
    }

    /** The value again, of the class the field has. */
    public static @Nullable Object thaw(SqlType<?> type, @Nullable Object frozen) {
        if (frozen == null || (type.javaType().isInstance(frozen) && isImmutable(frozen))) {
            return frozen;
        }
        return type.fromStorage(copied(frozen));
    }

    /** Whether a field's value is still what the snapshot kept. */
    public static boolean isSame(SqlType<?> type, @Nullable Object frozen, @Nullable Object value) {
        if (frozen == value) {
            return true;
        }
        if (frozen == null || value == null) {
            return false;
        }
        return Objects.deepEquals(frozen, isImmutable(value) ? value : stored(type, value));
    }

    @SuppressWarnings("unchecked") // a column's value is an instance of what its type reads and writes
    private static Object stored(SqlType<?> type, Object value) {
        return copied(((SqlType<Object>) type).toStorage(value));
    }

    private static Object copied(Object stored) {
        return stored instanceof byte[] bytes ? bytes.clone() : stored;
    }

    private static boolean isImmutable(Object value) {
        return value instanceof String
                || value instanceof Long
                || value instanceof Integer
                || value instanceof Boolean
                || value instanceof Temporal
                || value instanceof BigDecimal
                || value instanceof UUID
                || value instanceof Enum<?>
                || value instanceof Short
                || value instanceof Double
                || value instanceof Float
                || value instanceof BigInteger
                || value instanceof Byte
                || value instanceof Character;
    }
}
