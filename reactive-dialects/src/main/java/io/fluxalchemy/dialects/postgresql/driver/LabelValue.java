package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.error.ConversionException;
import io.netty.buffer.ByteBuf;

/**
 * A type that was made in this database, such as an enumeration or {@code citext}: its oid tells nothing, and only some send
 * their text in both formats. Every binary form of composites, ranges, arrays and extension types holds control characters, so
 * text with such a character is refused rather than taken for text.
 */
enum LabelValue implements WireValue {
    INSTANCE;

    @Override
    public Object fromBinary(ByteBuf buffer) {
        String text = BinaryValues.textOrNull(buffer);
        if (text == null) {
            throw notText();
        }
        return fromText(text);
    }

    @Override
    public Object fromText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' && c != '\r') {
                throw notText();
            }
        }
        return text;
    }

    private static ConversionException notText() {
        return new ConversionException(
                "the column's type is known to this database only and was not sent as text: write cast(column as text)");
    }
}
