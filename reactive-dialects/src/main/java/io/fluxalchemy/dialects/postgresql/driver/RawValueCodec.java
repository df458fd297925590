package io.fluxalchemy.dialects.postgresql.driver;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.message.Format;
import org.jspecify.annotations.Nullable;

/** Hands out the bytes of a column of any type, to whoever asks the row for a {@link RawValue}. It encodes nothing. */
final class RawValueCodec implements Codec<RawValue> {

    @Override
    public boolean canDecode(int dataType, Format format, Class<?> type) {
        return type == RawValue.class;
    }

    @Override
    public @Nullable RawValue decode(
            @Nullable ByteBuf buffer, int dataType, Format format, Class<? extends RawValue> type) {
        return buffer == null ? null : new RawValue(buffer, format == Format.FORMAT_BINARY);
    }

    @Override
    public boolean canEncode(Object value) {
        return false;
    }

    @Override
    public boolean canEncodeNull(Class<?> type) {
        return false;
    }

    @Override
    public EncodedParameter encode(Object value) {
        throw new IllegalStateException("a raw value is read only");
    }

    @Override
    public EncodedParameter encode(Object value, int dataType) {
        throw new IllegalStateException("a raw value is read only");
    }

    @Override
    public EncodedParameter encodeNull() {
        throw new IllegalStateException("a raw value is read only");
    }
}
