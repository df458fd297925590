package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.type.NativeText;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a list as the text of an array, which the server reads exactly for every element type. */
final class ArrayLiteral {

    private ArrayLiteral() {}

    static String of(List<?> values) {
        StringBuilder literal = new StringBuilder(values.size() * 12 + 2).append('{');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                literal.append(',');
            }
            append(literal, values.get(i));
        }
        return literal.append('}').toString();
    }

    private static void append(StringBuilder literal, @Nullable Object value) {
        if (value == null) {
            literal.append("NULL");
        } else if (value instanceof String text) {
            quote(literal, text);
        } else if (value instanceof NativeText text) {
            quote(literal, text.text());
        } else if (value instanceof byte[] bytes) {
            literal.append("\"\\\\x").append(HexFormat.of().formatHex(bytes)).append('"');
        } else if (TimeText.isTime(value)) {
            TimeText.append(literal.append('"'), value);
            literal.append('"');
        } else if (value instanceof Long || value instanceof Integer) {
            literal.append(((Number) value).longValue());
        } else {
            literal.append(value);
        }
    }

    private static void quote(StringBuilder literal, String text) {
        literal.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\');
            }
            literal.append(c);
        }
        literal.append('"');
    }
}
