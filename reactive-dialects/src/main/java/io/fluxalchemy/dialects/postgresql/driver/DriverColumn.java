package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.fluxalchemy.error.ConversionException;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Row;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column through the driver's own codecs, on connections that do not have ours. Some of its classes are right in both
 * transfer formats. For the others the driver is asked for the text: in the text format that is the server's own, and in the
 * binary format it is bytes that no reader of text accepts, so the column is refused instead of read wrongly.
 *
 * @param nativeClass the driver's class that is right in both formats; null where only the text is
 */
record DriverColumn(
        WireValue value,
        UnaryOperator<Object> conversion,
        @Nullable Class<?> nativeClass) implements ColumnDecoder {

    static DriverColumn of(WireType type, UnaryOperator<Object> conversion) {
        return new DriverColumn(type, conversion, nativeClass(type));
    }

    /** Of arrays, those of text are read rightly by the driver's class, and by no other. */
    static DriverColumn ofArray(WireType element, WireValue array) {
        boolean isText = nativeClass(element) == String.class && element != WireType.XML;
        return new DriverColumn(array, UnaryOperator.identity(), isText ? String[].class : null);
    }

    private static @Nullable Class<?> nativeClass(WireType type) {
        return switch (type) {
            case BOOL, INT2, INT4, INT8, OID, FLOAT4, FLOAT8, UUID, BYTEA -> type.javaClass();
            case BPCHAR, CHAR, NAME, TEXT, UNKNOWN, VARCHAR, VOID, XML -> String.class;
            case JSON, JSONB -> Json.class;
            case DATE,
                    TIME,
                    TIMESTAMP,
                    TIMESTAMPTZ,
                    NUMERIC,
                    INTERVAL,
                    INET,
                    BIT,
                    VARBIT,
                    INT4RANGE,
                    INT8RANGE,
                    NUMRANGE,
                    DATERANGE,
                    TSRANGE,
                    TSTZRANGE -> null;
        };
    }

    @Override
    public @Nullable Object decode(Row row, int index) {
        Object read = nativeClass == null ? parsed(row.get(index, String.class)) : plain(row.get(index, nativeClass));
        return read == null ? null : conversion.apply(read);
    }

    private static @Nullable Object plain(@Nullable Object read) {
        if (read instanceof Json document) {
            return document.asString();
        }
        return read instanceof String[] texts ? Arrays.asList(texts) : read;
    }

    private @Nullable Object parsed(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.indexOf(0) >= 0) {
            throw binary();
        }
        try {
            return value.fromText(text);
        } catch (ConversionException e) {
            throw e;
        } catch (RuntimeException e) {
            throw binary();
        }
    }

    /** Without a cause, whose message would show the value. */
    private static ConversionException binary() {
        return new ConversionException(
                "the driver transfers this type in binary and reads it inexactly: the connection factory"
                        + " was made elsewhere with forceBinary, turn that off there, or let the engine make the pool from a URL");
    }
}
