package io.fluxalchemy.dialects.postgresql;

import io.fluxalchemy.type.Storage;
import java.util.HexFormat;
import java.util.List;

/** Canonical values in PostgreSQL's text input form, which a cast from text turns back into the value. */
final class PostgresText {

    private PostgresText() {}

    static String of(Storage storage, Object canonical) {
        if (canonical instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        } else if (storage instanceof Storage.Array array) {
            return array(array.element(), (List<?>) canonical);
        }
        return canonical.toString();
    }

    /** An array literal; every element in quotes, as the manual (8.15.6) allows for any text. */
    private static String array(Storage element, List<?> values) {
        StringBuilder text = new StringBuilder("{");
        for (Object value : values) {
            text.append(text.length() == 1 ? "" : ",");
            if (value == null) {
                text.append("NULL");
            } else {
                String quoted = of(element, value).replace("\\", "\\\\").replace("\"", "\\\"");
                text.append('"').append(quoted).append('"');
            }
        }
        return text.append('}').toString();
    }
}
