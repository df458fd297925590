package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.error.ConversionException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits the text of an array, <code>{a,"b c",NULL}</code>, with optional bounds in front, into the texts of its elements. */
final class ArrayText {

    private final String text;
    private int at;

    ArrayText(String text) {
        this.text = text;
    }

    List<@Nullable String> elements() {
        skipBounds();
        List<@Nullable String> elements = new ArrayList<>();
        expect('{');
        if (peek() == '}') {
            at++;
            return atEnd(elements);
        }
        while (true) {
            elements.add(element());
            char c = next();
            if (c == '}') {
                return atEnd(elements);
            }
            if (c != ',') {
                throw malformed();
            }
        }
    }

    private void skipBounds() {
        if (peek() == '[') {
            int end = text.indexOf('=');
            if (end < 0) {
                throw malformed();
            }
            at = end + 1;
        }
    }

    private @Nullable String element() {
        char first = peek();
        if (first == '{') {
            ArrayValue.requireOne(2);
        }
        if (first == '"') {
            return quoted();
        }
        int start = at;
        while (peek() != ',' && peek() != '}') {
            if (peek() == '\\' || peek() == '"' || peek() == '{') {
                throw malformed();
            }
            at++;
        }
        if (at == start) {
            throw malformed();
        }
        String element = text.substring(start, at);
        return element.equalsIgnoreCase("null") ? null : element;
    }

    private String quoted() {
        at++;
        StringBuilder element = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return element.toString();
            }
            element.append(c == '\\' ? next() : c);
        }
    }

    private List<@Nullable String> atEnd(List<@Nullable String> elements) {
        if (at != text.length()) {
            throw malformed();
        }
        return elements;
    }

    private void expect(char c) {
        if (next() != c) {
            throw malformed();
        }
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    private static ConversionException malformed() {
        return new ConversionException("the text is no array of PostgreSQL's form {a,b}");
    }
}
