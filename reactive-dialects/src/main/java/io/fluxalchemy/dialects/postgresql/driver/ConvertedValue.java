package io.fluxalchemy.dialects.postgresql.driver;

import io.netty.buffer.ByteBuf;
import java.util.function.UnaryOperator;

/** An element's value, converted into what was asked for. */
record ConvertedValue(WireValue value, UnaryOperator<Object> conversion) implements WireValue {

    @Override
    public Object fromBinary(ByteBuf buffer) {
        return conversion.apply(value.fromBinary(buffer));
    }

    @Override
    public int width() {
        return value.width();
    }

    @Override
    public Object fromText(String text) {
        return conversion.apply(value.fromText(text));
    }
}
