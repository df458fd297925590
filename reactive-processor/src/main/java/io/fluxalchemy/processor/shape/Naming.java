package io.fluxalchemy.processor.shape;

import java.util.Locale;

/** How Java names become names of tables, columns and constants. */
public final class Naming {

    private Naming() {}

    /** {@code createdAt} to {@code created_at}, {@code ISBNCode} to {@code isbn_code}. */
    public static String snake(String name) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && name.charAt(i - 1) != '_') {
                boolean afterWord = !Character.isUpperCase(name.charAt(i - 1));
                boolean beforeWord = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
                if (afterWord || beforeWord) {
                    result.append('_');
                }
            }
            result.append(c);
        }
        return result.toString().toLowerCase(Locale.ROOT);
    }

    /** {@code OrderLine} to {@code ORDER_LINE}. */
    public static String constant(String name) {
        return snake(name).toUpperCase(Locale.ROOT);
    }

    /** {@code authorId} of {@code author} and {@code id}. */
    public static String camel(String first, String second) {
        return first + capital(second);
    }

    /** {@code Title} of {@code title}. */
    public static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
