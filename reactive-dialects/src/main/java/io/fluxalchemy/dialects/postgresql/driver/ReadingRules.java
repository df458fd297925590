package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.type.Storage;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which database type may be read as which storage. What loses nothing is allowed; between numbers each value is checked; anything
 * else is refused when the statement's columns are resolved, before a value is looked at.
 */
final class ReadingRules {

    private static final Set<WireType> TEXTS = EnumSet.of(
            WireType.TEXT,
            WireType.VARCHAR,
            WireType.BPCHAR,
            WireType.NAME,
            WireType.CHAR,
            WireType.UNKNOWN,
            WireType.XML,
            WireType.VOID);
    private static final Set<WireType> DOCUMENTS = EnumSet.of(WireType.JSON, WireType.JSONB);
    private static final Set<WireType> INTEGERS = EnumSet.of(WireType.INT2, WireType.INT4, WireType.INT8, WireType.OID);

    private ReadingRules() {}

    /** The conversion into the storage's canonical class; null where the type may not be read so. */
    static @Nullable UnaryOperator<Object> conversion(WireType from, Storage to) {
        if (to instanceof Storage.Simple simple) {
            return simple(from, simple);
        }
        if (to instanceof Storage.Numeric) {
            return decimal(from);
        }
        if (to instanceof Storage.Array) {
            return null;
        }
        return allowedIf(TEXTS.contains(from) || DOCUMENTS.contains(from));
    }

    private static @Nullable UnaryOperator<Object> simple(WireType from, Storage.Simple to) {
        return switch (to) {
            case SMALLINT ->
                from == WireType.INT2
                        ? UnaryOperator.identity()
                        : integer(from, Short.MIN_VALUE, Short.MAX_VALUE, value -> (short) value);
            case INTEGER ->
                from == WireType.INT4
                        ? UnaryOperator.identity()
                        : integer(from, Integer.MIN_VALUE, Integer.MAX_VALUE, value -> (int) value);
            case BIGINT ->
                from == WireType.INT8
                        ? UnaryOperator.identity()
                        : integer(from, Long.MIN_VALUE, Long.MAX_VALUE, value -> value);
            case REAL -> real(from);
            case DOUBLE -> doublePrecision(from);
            case BOOLEAN -> allowedIf(from == WireType.BOOL);
            case TEXT -> allowedIf(TEXTS.contains(from) || DOCUMENTS.contains(from));
            case JSON -> allowedIf(DOCUMENTS.contains(from) || from == WireType.TEXT || from == WireType.VARCHAR);
            case DATE -> allowedIf(from == WireType.DATE);
            case TIME -> allowedIf(from == WireType.TIME);
            case TIMESTAMP -> allowedIf(from == WireType.TIMESTAMP);
            case INSTANT -> allowedIf(from == WireType.TIMESTAMPTZ);
            case UUID -> allowedIf(from == WireType.UUID);
            case BYTES -> allowedIf(from == WireType.BYTEA);
        };
    }

    private static @Nullable UnaryOperator<Object> allowedIf(boolean isAllowed) {
        return isAllowed ? UnaryOperator.identity() : null;
    }

    /** An integer in a narrower or wider class. */
    @FunctionalInterface
    private interface Sized {
        Object of(long value);
    }

    private static @Nullable UnaryOperator<Object> integer(WireType from, long least, long most, Sized sized) {
        if (INTEGERS.contains(from)) {
            return value -> sized.of(within(((Number) value).longValue(), least, most));
        }
        return from == WireType.NUMERIC ? value -> sized.of(within(whole((BigDecimal) value), least, most)) : null;
    }

    private static long within(long value, long least, long most) {
        if (value < least || value > most) {
            throw new ConversionException("the number is outside " + least + " to " + most
                    + ": read it as a wider type, nothing is narrowed in silence");
        }
        return value;
    }

    private static long whole(BigDecimal value) {
        try {
            return value.longValueExact();
        } catch (ArithmeticException e) {
            throw new ConversionException(
                    "the decimal has digits after the point or is too large for an integer: read it as numeric", e);
        }
    }

    private static @Nullable UnaryOperator<Object> decimal(WireType from) {
        if (from == WireType.NUMERIC) {
            return UnaryOperator.identity();
        }
        return INTEGERS.contains(from) ? value -> BigDecimal.valueOf(((Number) value).longValue()) : null;
    }

    private static @Nullable UnaryOperator<Object> doublePrecision(WireType from) {
        return switch (from) {
            case FLOAT8 -> UnaryOperator.identity();
            case FLOAT4, INT2, INT4 -> value -> ((Number) value).doubleValue();
            case INT8 ->
                value -> {
                    long exact = (Long) value;
                    double read = (double) exact;
                    requireSame(read == 0x1p63 ? exact - 1 : (long) read, exact);
                    return read;
                };
            default -> null;
        };
    }

    private static @Nullable UnaryOperator<Object> real(WireType from) {
        return switch (from) {
            case FLOAT4 -> UnaryOperator.identity();
            case INT2 -> value -> ((Number) value).floatValue();
            case INT4 ->
                value -> {
                    int exact = (Integer) value;
                    float read = (float) exact;
                    requireSame((long) read, exact);
                    return read;
                };
            case FLOAT8 ->
                value -> {
                    double exact = (Double) value;
                    float read = (float) exact;
                    if (Double.compare(read, exact) != 0) {
                        throw inexact();
                    }
                    return read;
                };
            default -> null;
        };
    }

    private static void requireSame(long read, long exact) {
        if (read != exact) {
            throw inexact();
        }
    }

    private static ConversionException inexact() {
        return new ConversionException(
                "the number has more digits than the floating-point type keeps: read it as a wider type");
    }
}
