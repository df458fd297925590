package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/**
 * Which object of the schema an error is about, as far as the server says: names, never values.
 *
 * @param schema null where it was not told, as the others
 */
public record ErrorPlace(
        @Nullable String schema,
        @Nullable String table,
        @Nullable String column,
        @Nullable String constraint) {

    /** For drivers that do not tell. */
    public static final ErrorPlace UNKNOWN = new ErrorPlace(null, null, null, null);

    /** The names that are known, such as {@code constraint author_email_key, table author}; empty for none. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text, "constraint ", constraint);
        append(text, "column ", column);
        append(text, "table ", schema == null || table == null ? table : schema + "." + table);
        return text.toString();
    }

    private static void append(StringBuilder text, String what, @Nullable String name) {
        if (name != null) {
            text.append(text.isEmpty() ? "" : ", ").append(what).append(name);
        }
    }
}
