package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.error.ConversionException;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.HexFormat;

/** Booleans, decimals and bytes in the text transfer format. */
final class TextValues {

    private TextValues() {}

    static Boolean bool(String text) {
        return switch (text) {
            case "t" -> true;
            case "f" -> false;
            default -> throw new ConversionException("the server sent a boolean that is neither t nor f");
        };
    }

    static BigDecimal decimal(String text) {
        if (text.equals("NaN") || text.endsWith("Infinity")) {
            throw BinaryNumeric.notANumber();
        }
        return new BigDecimal(text);
    }

    /** Hexadecimal after {@code \x}, or the older escape format where the session asks for it. */
    static byte[] bytes(String text) {
        if (text.startsWith("\\x")) {
            return HexFormat.of().parseHex(text, 2, text.length());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                bytes.write(c);
            } else if (text.charAt(i + 1) == '\\') {
                bytes.write('\\');
                i++;
            } else {
                bytes.write(Integer.parseInt(text, i + 1, i + 4, 8));
                i += 3;
            }
        }
        return bytes.toByteArray();
    }
}
