package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.error.ConversionException;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Row;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column through the driver's own codecs, on connections that do not have ours. Some of its classes are right in both
 * transfer formats. For the others the driver is asked for the text: in the text format that is the server's own, and in the
 * binary format it is bytes that no reader of text accepts, so the column is refused instead of read wrongly.
 *
 * @param nativeClass the driver's class that is right in both formats; null where only the text is
 */
record DriverReading(@Nullable Class<?> nativeClass) {

    static final DriverReading TEXT = new DriverReading(null);
    private static final DriverReading TEXTS = new DriverReading(String[].class);

    static DriverReading of(WireType type) {
        return switch (type) {
            case BOOL -> new DriverReading(Boolean.class);
            case INT2 -> new DriverReading(Short.class);
            case INT4 -> new DriverReading(Integer.class);
            case INT8, OID -> new DriverReading(Long.class);
            case FLOAT4 -> new DriverReading(Float.class);
            case FLOAT8 -> new DriverReading(Double.class);
            case UUID -> new DriverReading(java.util.UUID.class);
            case BYTEA -> new DriverReading(byte[].class);
            case BPCHAR, CHAR, NAME, TEXT, UNKNOWN, VARCHAR, VOID, XML -> new DriverReading(String.class);
            case JSON, JSONB -> new DriverReading(Json.class);
            case DATE, TIME, TIMESTAMP, TIMESTAMPTZ, NUMERIC -> TEXT;
        };
    }

    /** Arrays of text are read rightly by the driver's class, and by no other. */
    static DriverReading ofArray(WireType element) {
        return switch (element) {
            case BPCHAR, CHAR, NAME, TEXT, VARCHAR -> TEXTS;
            default -> TEXT;
        };
    }

    @Nullable
    Object read(Row row, int index, WireValue value) {
        if (nativeClass != null) {
            Object read = row.get(index, nativeClass);
            if (read instanceof Json document) {
                return document.asString();
            }
            return read instanceof String[] texts ? Arrays.asList(texts) : read;
        }
        String text = row.get(index, String.class);
        if (text == null) {
            return null;
        }
        if (text.indexOf(0) >= 0) {
            throw binary(null);
        }
        try {
            return value.fromText(text);
        } catch (ConversionException e) {
            throw e;
        } catch (RuntimeException e) {
            throw binary(e);
        }
    }

    private static ConversionException binary(@Nullable Throwable cause) {
        return new ConversionException(
                "the driver transfers this type in binary and reads it inexactly: the connection factory"
                        + " was made elsewhere with forceBinary, turn that off there, or let the engine make the pool from a URL",
                cause);
    }
}
