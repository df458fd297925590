package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.error.ConversionException;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Text, bytes and uuids in the binary transfer format. */
final class BinaryValues {

    private BinaryValues() {}

    static byte[] bytes(ByteBuf buffer) {
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    static UUID uuid(ByteBuf buffer) {
        return new UUID(buffer.readLong(), buffer.readLong());
    }

    static String jsonb(ByteBuf buffer) {
        byte version = buffer.readByte();
        if (version != 1) {
            throw new ConversionException("the server sent jsonb in version " + version + " of its format, 1 is known:"
                    + " write cast(column as text)");
        }
        return text(buffer);
    }

    /** The text of UTF-8 bytes; bytes that are none (a database of encoding SQL_ASCII may send them) are refused. */
    static String text(ByteBuf buffer) {
        String text = textOrNull(buffer);
        if (text == null) {
            throw new ConversionException("the text is not valid UTF-8: the database keeps bytes in a text column,"
                    + " read them with convert_to(column, 'SQL_ASCII')");
        }
        return text;
    }

    /** The text of UTF-8 bytes; null where they are none. */
    static @Nullable String textOrNull(ByteBuf buffer) {
        // Netty keeps the array that bytes outside the heap are copied to
        String text = buffer.toString(StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 || isSame(text, buffer) ? text : null;
    }

    /** Whether the text, which has the character that stands for malformed bytes, was sent with that character. */
    private static boolean isSame(String text, ByteBuf buffer) {
        byte[] sent = new byte[buffer.readableBytes()];
        buffer.getBytes(buffer.readerIndex(), sent);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), sent);
    }
}
