package io.fluxalchemy.dialects.postgresql.driver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.message.Format;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Hands out the bytes of a column of any type: to whoever asks the row for a {@link ByteBuf} the driver's own, where they are binary,
 * and {@link #TEXT} where they are not, which allocates nothing; to whoever asks for a {@link RawValue} those of either format.
 * Sends those of a {@link BinaryArray}.
 */
final class RawValueCodec implements Codec<Object> {

    /** Says that the column is transferred as text; this very object. */
    static final ByteBuf TEXT = Unpooled.unreleasableBuffer(Unpooled.buffer(0, 0));

    @Override
    public boolean canDecode(int dataType, Format format, Class<?> type) {
        return type == ByteBuf.class || type == RawValue.class;
    }

    @Override
    public @Nullable Object decode(
            @Nullable ByteBuf buffer, int dataType, Format format, Class<? extends Object> type) {
        boolean isBinary = format == Format.FORMAT_BINARY;
        if (buffer == null) {
            return null;
        } else if (type == RawValue.class) {
            return new RawValue(buffer, isBinary);
        }
        return isBinary ? buffer : TEXT;
    }

    @Override
    public boolean canEncode(Object value) {
        return value instanceof BinaryArray;
    }

    @Override
    public boolean canEncodeNull(Class<?> type) {
        return false;
    }

    @Override
    public EncodedParameter encode(Object value) {
        throw new IllegalStateException("a raw value is read only, and an array is sent with its type");
    }

    /** Whoever sends the buffer releases it; the array it shows does not care. */
    @Override
    public EncodedParameter encode(Object value, int dataType) {
        ByteBuf bytes = ((BinaryArray) value).bytes();
        return new EncodedParameter(
                Format.FORMAT_BINARY,
                dataType,
                Mono.fromSupplier(
                        () -> Unpooled.wrappedBuffer(bytes.array(), bytes.arrayOffset(), bytes.readableBytes())));
    }

    @Override
    public EncodedParameter encodeNull() {
        throw new IllegalStateException("a raw value is read only, and an array is sent with its type");
    }
}
