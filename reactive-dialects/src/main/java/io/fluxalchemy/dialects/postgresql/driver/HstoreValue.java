package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.type.NativeText;
import io.netty.buffer.ByteBuf;

/** The type hstore of the extension of that name, whose oid is the database's: what is no hstore is refused by its form. */
enum HstoreValue implements WireValue {
    INSTANCE;

    @Override
    public Object fromBinary(ByteBuf buffer) {
        int size = buffer.readInt();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            text.append(i == 0 ? "" : ", ");
            quoted(text, buffer, buffer.readInt());
            text.append("=>");
            int length = buffer.readInt();
            if (length < 0) {
                text.append("NULL");
            } else {
                quoted(text, buffer, length);
            }
        }
        if (buffer.isReadable()) {
            throw new IllegalArgumentException("bytes behind an hstore");
        }
        return new NativeText(text.toString());
    }

    private static void quoted(StringBuilder into, ByteBuf buffer, int length) {
        String part = BinaryValues.text(buffer.readSlice(length));
        into.append('"')
                .append(part.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }

    @Override
    public Object fromText(String text) {
        return new NativeText(text);
    }
}
