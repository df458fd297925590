package io.fluxalchemy.compiler;

import io.fluxalchemy.type.Wrapping;
import java.util.function.Supplier;

/** Writes the SQL that a type has around its values. */
final class Wrappings {

    private static final String PLACE = "{0}";

    private Wrappings() {}

    /** A bound value with what is around it, which is then tight enough to stand anywhere. */
    static String written(Wrapping wrapping, String dialect, Supplier<String> value) {
        String template = wrapping.write(dialect);
        String text = filled(template, value);
        return isTight(template) ? text : "(" + text + ")";
    }

    /** Each place is filled anew, since a marker may not be repeatable. */
    static String filled(String template, Supplier<String> value) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int at = template.indexOf(PLACE); at >= 0; at = template.indexOf(PLACE, from)) {
            text.append(template, from, at).append(value.get());
            from = at + PLACE.length();
        }
        return text.append(template, from, template.length()).toString();
    }

    /** Whether it is the value alone, or one call whose last parenthesis closes its first. */
    private static boolean isTight(String template) {
        if (template.equals(PLACE)) {
            return true;
        }
        int depth = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == '\'' || c == '"' || depth == 0 && !Character.isJavaIdentifierPart(c) && c != '.') {
                return false;
            }
            if (depth == 0 && c == ')' && i + 1 < template.length()) {
                return false;
            }
        }
        return depth == 0 && template.endsWith(")");
    }
}
