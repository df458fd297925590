package io.fluxalchemy.engine.driver;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.type.Storage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the class a column arrives in becomes the class of a storage, for every driver alike. What loses nothing is allowed; between
 * numbers each value is checked; anything else is refused when a statement's columns are resolved, before a value is looked at.
 */
public final class ExactConversion {

    private static final Set<Class<?>> INTEGERS =
            Set.of(Byte.class, Short.class, Integer.class, Long.class, BigInteger.class);

    private ExactConversion() {}

    /**
     * The conversion of one class.
     *
     * @param from the class that the driver's adapter reads the column into
     * @param to what the column is asked for as; an array has no conversion as a whole
     * @return null where values of the class may not be read so; applied, it throws a
     *     {@link io.fluxalchemy.error.ConversionException} for a value that does not fit
     */
    public static @Nullable UnaryOperator<Object> of(Class<?> from, Storage to) {
        if (to instanceof Storage.Array) {
            return null;
        }
        if (from == to.canonicalClass()) {
            return UnaryOperator.identity();
        }
        if (!INTEGERS.contains(from) && from != BigDecimal.class && from != Float.class && from != Double.class) {
            return null;
        }
        if (to instanceof Storage.Numeric) {
            return INTEGERS.contains(from) ? value -> new BigDecimal(integer(value)) : null;
        }
        return to instanceof Storage.Simple simple ? number(from, simple) : null;
    }

    private static @Nullable UnaryOperator<Object> number(Class<?> from, Storage.Simple to) {
        boolean isWhole = INTEGERS.contains(from) || from == BigDecimal.class;
        return switch (to) {
            case SMALLINT -> isWhole ? value -> (short) within(value, Short.MIN_VALUE, Short.MAX_VALUE) : null;
            case INTEGER -> isWhole ? value -> (int) within(value, Integer.MIN_VALUE, Integer.MAX_VALUE) : null;
            case BIGINT -> isWhole ? value -> within(value, Long.MIN_VALUE, Long.MAX_VALUE) : null;
            case REAL -> from == BigDecimal.class ? null : ExactConversion::real;
            case DOUBLE -> from == BigDecimal.class ? null : ExactConversion::doublePrecision;
            default -> null;
        };
    }

    private static long within(Object value, long least, long most) {
        long number = value instanceof BigDecimal || value instanceof BigInteger
                ? large(value)
                : ((Number) value).longValue();
        if (number < least || number > most) {
            throw new ConversionException("the number is outside " + least + " to " + most
                    + ": read it as a wider type, nothing is narrowed in silence");
        }
        return number;
    }

    private static long large(Object value) {
        try {
            return value instanceof BigDecimal decimal
                    ? decimal.longValueExact()
                    : ((BigInteger) value).longValueExact();
        } catch (ArithmeticException e) {
            throw new ConversionException(
                    "the number has digits after the point or is too large for an integer: read it as numeric", e);
        }
    }

    private static BigInteger integer(Object value) {
        return value instanceof BigInteger big ? big : BigInteger.valueOf(((Number) value).longValue());
    }

    private static Object doublePrecision(Object value) {
        double read = ((Number) value).doubleValue();
        if (!(value instanceof Float) && !new BigDecimal(read).equals(new BigDecimal(integer(value)))) {
            throw inexact();
        }
        return read;
    }

    private static Object real(Object value) {
        float read = ((Number) value).floatValue();
        boolean isExact = value instanceof Double exact
                ? Double.compare(read, exact) == 0
                : new BigDecimal(read).equals(new BigDecimal(integer(value)));
        if (!isExact) {
            throw inexact();
        }
        return read;
    }

    private static ConversionException inexact() {
        return new ConversionException(
                "the number has more digits than the floating-point type keeps: read it as a wider type");
    }
}
