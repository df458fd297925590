package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.fluxalchemy.error.ConversionException;
import io.netty.buffer.ByteBuf;
import io.r2dbc.spi.Row;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads one column from its bytes, on a connection that has our codec. */
record RawColumn(WireValue value, UnaryOperator<Object> conversion) implements ColumnDecoder {

    @Override
    public @Nullable Object decode(Row row, int index) {
        ByteBuf bytes = isTaken() ? RawValueCodec.TEXT : row.get(index, ByteBuf.class);
        if (bytes != RawValueCodec.TEXT) {
            return bytes == null ? null : read(bytes, true);
        }
        RawValue raw = row.get(index, RawValue.class);
        return raw == null ? null : read(raw.buffer(), raw.isBinary());
    }

    /** A codec of the driver reads documents into buffers of its own, and comes before ours. */
    private boolean isTaken() {
        return value == WireType.JSON || value == WireType.JSONB;
    }

    private Object read(ByteBuf bytes, boolean isBinary) {
        int start = bytes.readerIndex();
        try {
            return conversion.apply(isBinary ? value.fromBinary(bytes) : value.fromText(BinaryValues.text(bytes)));
        } catch (ConversionException e) {
            throw e;
        } catch (RuntimeException e) {
            // not kept as the cause: its message may show the value
            throw new ConversionException("the server sent bytes that are no value of the column's type");
        } finally {
            bytes.readerIndex(start); // the driver hands out the same buffer when the column is read again
        }
    }
}
