package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.type.NativeText;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of {@code COPY}, in pieces of some kilobytes. */
final class CopyText implements Iterator<byte[]> {

    private static final int PIECE = 32_768;

    private final Iterator<@Nullable Object[]> rows;

    CopyText(List<@Nullable Object[]> rows) {
        this.rows = rows.iterator();
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public byte[] next() {
        StringBuilder piece = new StringBuilder(PIECE + PIECE / 4);
        do {
            @Nullable Object[] row = rows.next();
            for (int i = 0; i < row.length; i++) {
                append(i == 0 ? piece : piece.append('\t'), row[i]);
            }
            piece.append('\n');
        } while (piece.length() < PIECE && rows.hasNext());
        return piece.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder out, @Nullable Object value) {
        if (value == null) {
            out.append("\\N");
        } else if (value instanceof String text) {
            escape(out, text);
        } else if (value instanceof NativeText text) {
            escape(out, text.text());
        } else if (value instanceof List<?> list) {
            escape(out, ArrayLiteral.of(list));
        } else if (value instanceof byte[] bytes) {
            out.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        } else if (TimeText.isTime(value)) {
            out.append(TimeText.of(value));
        } else {
            out.append(value);
        }
    }

    private static void escape(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
    }
}
