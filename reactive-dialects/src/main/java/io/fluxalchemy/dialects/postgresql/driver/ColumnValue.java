package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.r2dbc.spi.Row;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads one column from the bytes, where our codec is registered, and through the driver's own codecs where the connection is
 * not from a pool we configured.
 */
final class ColumnValue implements ColumnDecoder {

    private final WireValue value;
    private final UnaryOperator<Object> conversion;
    private final DriverReading withoutOurCodec;

    /** Benign race: every thread finds the same. */
    private boolean isForeign;

    ColumnValue(WireValue value, UnaryOperator<Object> conversion, DriverReading withoutOurCodec) {
        this.value = value;
        this.conversion = conversion;
        this.withoutOurCodec = withoutOurCodec;
    }

    @Override
    public @Nullable Object decode(Row row, int index) {
        Object read = isForeign ? withoutOurCodec.read(row, index, value) : read(row, index);
        return read == null ? null : conversion.apply(read);
    }

    private @Nullable Object read(Row row, int index) {
        RawValue raw;
        try {
            raw = row.get(index, RawValue.class);
        } catch (IllegalArgumentException | ClassCastException noCodec) {
            isForeign = true;
            return withoutOurCodec.read(row, index, value);
        }
        if (raw == null) {
            return null;
        }
        return raw.isBinary() ? value.fromBinary(raw.buffer()) : value.fromText(BinaryValues.text(raw.buffer()));
    }
}
