package io.fluxalchemy.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL text split at its named parameters {@code :name}. A colon inside a string, a quoted name, a comment or a dollar-quoted
 * string is none, nor are {@code ::type} and {@code :=}; a backslash before a colon takes its meaning away.
 *
 * @param parts one more than names
 */
record NamedText(List<String> parts, List<String> names) {

    NamedText {
        parts = List.copyOf(parts);
        names = List.copyOf(names);
    }

    static NamedText parse(String text) {
        return new Scanner(text).scan();
    }

    private static final class Scanner {

        private final String text;
        private final List<String> parts = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private int position;

        Scanner(String text) {
            this.text = text;
        }

        NamedText scan() {
            while (position < text.length()) {
                step(text.charAt(position));
            }
            parts.add(part.toString());
            return new NamedText(parts, names);
        }

        private void step(char c) {
            if (c == '\'' || c == '"' || c == '`') {
                copyTo(endOfQuoted(c));
            } else if (text.startsWith("--", position)) {
                copyTo(endAfter("\n", position));
            } else if (text.startsWith("/*", position)) {
                copyTo(endOfComment());
            } else if (c == '$' && !isNamePart(position - 1)) {
                copyTo(endOfDollarQuoted());
            } else if (text.startsWith("\\:", position)) {
                part.append(':');
                position += 2;
            } else if (text.startsWith("::", position) || text.startsWith(":=", position)) {
                copyTo(position + 2);
            } else if (c == ':' && isNameStart(position + 1)) {
                parameter();
            } else {
                copyTo(position + 1);
            }
        }

        private void parameter() {
            int end = position + 1;
            while (isNamePart(end)) {
                end++;
            }
            names.add(text.substring(position + 1, end));
            parts.add(part.toString());
            part.setLength(0);
            position = end;
        }

        private void copyTo(int end) {
            part.append(text, position, end);
            position = end;
        }

        /** A doubled quote ends one string and begins the next, which comes to the same. E'…' strings escape by backslash. */
        private int endOfQuoted(char quote) {
            boolean escapes = quote == '\''
                    && position > 0
                    && Character.toLowerCase(text.charAt(position - 1)) == 'e'
                    && !isNamePart(position - 2);
            int end = position + 1;
            while (end < text.length() && text.charAt(end) != quote) {
                end += escapes && text.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(end + 1, text.length());
        }

        /** Comments nest in PostgreSQL; elsewhere an inner opening is rare enough to be treated alike. */
        private int endOfComment() {
            int depth = 0;
            int end = position;
            do {
                if (text.startsWith("/*", end)) {
                    depth++;
                    end += 2;
                } else if (text.startsWith("*/", end)) {
                    depth--;
                    end += 2;
                } else {
                    end++;
                }
            } while (depth > 0 && end < text.length());
            return Math.min(end, text.length());
        }

        private int endOfDollarQuoted() {
            int tagEnd = position + 1;
            while (isNamePart(tagEnd) && text.charAt(tagEnd) != '$') {
                tagEnd++;
            }
            if (tagEnd >= text.length() || text.charAt(tagEnd) != '$' || isDigit(position + 1)) {
                return position + 1;
            }
            String tag = text.substring(position, tagEnd + 1);
            return endAfter(tag, tagEnd + 1);
        }

        private int endAfter(String end, int from) {
            int found = text.indexOf(end, from);
            return found < 0 ? text.length() : found + end.length();
        }

        private boolean isDigit(int index) {
            return index < text.length() && Character.isDigit(text.charAt(index));
        }

        private boolean isNameStart(int index) {
            return isNamePart(index) && !isDigit(index) && text.charAt(index) != '$';
        }

        private boolean isNamePart(int index) {
            return index >= 0 && index < text.length() && Character.isJavaIdentifierPart(text.charAt(index));
        }
    }
}
