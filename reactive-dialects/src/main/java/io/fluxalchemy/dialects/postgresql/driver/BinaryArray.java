package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.type.Storage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list in the binary form of an array, which neither side formats or parses. Made when it is bound, so that a value the server
 * has not is refused before anything is sent.
 *
 * @param bytes on the heap: nobody has to release them
 */
record BinaryArray(ByteBuf bytes) {

    private static final int HEAD = 20;

    /** The array; null where elements of this storage travel as text. */
    static @Nullable BinaryArray of(Storage element, List<?> values) {
        WireType type = type(element);
        return type == null ? null : new BinaryArray(written(type, values));
    }

    /** Types whose oid every database shares and whose values have a class of their own. */
    private static @Nullable WireType type(Storage element) {
        boolean isKnown = element instanceof Storage.Simple && element != Storage.Simple.JSON
                || element instanceof Storage.Numeric
                || element instanceof Storage.Varchar
                || element instanceof Storage.Char;
        return isKnown ? BindType.wireType(element) : null;
    }

    /** How many dimensions, whether there are nulls, the elements' type, how many elements, the index of the first; then each. */
    private static ByteBuf written(WireType type, List<?> values) {
        ByteBuf out = Unpooled.buffer(size(type, values));
        out.writeInt(values.isEmpty() ? 0 : 1).writeInt(0).writeInt(type.oid());
        if (!values.isEmpty()) {
            out.writeInt(values.size()).writeInt(1);
        }
        for (Object value : values) {
            if (value == null) {
                out.setInt(4, 1).writeInt(-1);
            } else {
                write(out, value);
            }
        }
        return out;
    }

    private static void write(ByteBuf out, Object value) {
        if (value instanceof String text) {
            int length = ByteBufUtil.utf8Bytes(text);
            out.writeInt(length);
            ByteBufUtil.reserveAndWriteUtf8(out, text, length);
            return;
        }
        int start = out.writerIndex();
        out.writeInt(0);
        append(out, value);
        out.setInt(start, out.writerIndex() - start - 4);
    }

    private static void append(ByteBuf out, Object value) {
        if (value instanceof Long number) {
            out.writeLong(number);
        } else if (value instanceof Integer number) {
            out.writeInt(number);
        } else if (value instanceof BigDecimal number) {
            BinaryNumeric.write(out, number);
        } else if (value instanceof LocalDate date) {
            BinaryTimes.write(out, date);
        } else if (value instanceof Instant instant) {
            BinaryTimes.write(out, instant);
        } else if (value instanceof UUID uuid) {
            out.writeLong(uuid.getMostSignificantBits()).writeLong(uuid.getLeastSignificantBits());
        } else if (value instanceof Boolean bool) {
            out.writeBoolean(bool);
        } else if (value instanceof LocalDateTime timestamp) {
            BinaryTimes.write(out, timestamp);
        } else if (value instanceof LocalTime time) {
            BinaryTimes.write(out, time);
        } else if (value instanceof Short number) {
            out.writeShort(number);
        } else if (value instanceof Double number) {
            out.writeDouble(number);
        } else if (value instanceof Float number) {
            out.writeFloat(number);
        } else if (value instanceof byte[] bytes) {
            out.writeBytes(bytes);
        } else {
            throw new IllegalArgumentException("no element of an array: " + value.getClass());
        }
    }

    /** At least as many bytes as are written; what is more than a message may have, the buffer refuses. */
    private static int size(WireType type, List<?> values) {
        long size = HEAD + (4L + type.width()) * values.size();
        if (type.width() == 0) {
            for (Object value : values) {
                size += size(value);
            }
        }
        return (int) Math.min(size, Integer.MAX_VALUE);
    }

    private static int size(@Nullable Object value) {
        if (value instanceof String text) {
            return ByteBufUtil.utf8Bytes(text);
        } else if (value instanceof byte[] bytes) {
            return bytes.length;
        }
        return value instanceof BigDecimal number ? BinaryNumeric.size(number) : 0;
    }
}
