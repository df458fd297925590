package io.fluxalchemy.result;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Conversions that lose nothing for any value of the class: an integer to a wider number, a float to a double. */
final class Widening {

    private Widening() {}

    /** The value as another class; null where that class cannot hold every value of the given one. */
    static <T> @Nullable T of(Object value, Class<T> type) {
        Object widened = type.isInstance(value) ? value : number(value, type);
        if (widened == null) {
            return null;
        }
        @SuppressWarnings("unchecked") // a primitive class stands for its box
        T typed = (T) widened;
        return typed;
    }

    private static @Nullable Object number(Object value, Class<?> type) {
        boolean isInteger = value instanceof Integer || value instanceof Short;
        if (type == long.class || type == Long.class) {
            return isInteger || value instanceof Long ? ((Number) value).longValue() : null;
        }
        if (type == int.class || type == Integer.class) {
            return isInteger ? ((Number) value).intValue() : null;
        }
        if (type == double.class || type == Double.class) {
            return isInteger || value instanceof Float || value instanceof Double
                    ? ((Number) value).doubleValue()
                    : null;
        }
        if (type == BigDecimal.class) {
            return isInteger || value instanceof Long ? BigDecimal.valueOf(((Number) value).longValue()) : null;
        }
        boolean isBox = (type == boolean.class && value instanceof Boolean)
                || (type == short.class && value instanceof Short)
                || (type == float.class && value instanceof Float);
        return isBox ? value : null;
    }
}
