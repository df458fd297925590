package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.error.ConversionException;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A one-dimensional array as a list. Lower bounds other than 1 are not part of a list and are dropped; more dimensions are
 * refused.
 *
 * @param element how each element is read
 */
record ArrayValue(WireValue element) implements WireValue {

    @Override
    public Object fromBinary(ByteBuf buffer) {
        int dimensions = buffer.readInt();
        if (dimensions == 0) {
            return new ArrayList<>();
        }
        requireOne(dimensions);
        buffer.skipBytes(8);
        int size = buffer.readInt();
        buffer.skipBytes(4);
        List<@Nullable Object> values = new ArrayList<>(Math.min(size, buffer.readableBytes()));
        for (int i = 0; i < size; i++) {
            int length = buffer.readInt();
            values.add(length < 0 ? null : element(buffer, length));
        }
        return values;
    }

    private Object element(ByteBuf buffer, int length) {
        boolean readsNoMore = length > 0 && length == element.width();
        return element.fromBinary(readsNoMore ? buffer : buffer.readSlice(length));
    }

    @Override
    public Object fromText(String text) {
        List<@Nullable Object> values = new ArrayList<>();
        for (String each : new ArrayText(text).elements()) {
            values.add(each == null ? null : element.fromText(each));
        }
        return values;
    }

    static void requireOne(int dimensions) {
        if (dimensions != 1) {
            throw new ConversionException("the array has " + dimensions
                    + " dimensions, one is read: select its parts, or write cast(column as text)");
        }
    }
}
