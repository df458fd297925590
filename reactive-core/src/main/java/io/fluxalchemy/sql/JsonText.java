package io.fluxalchemy.sql;

import io.fluxalchemy.error.ConversionException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that databases write for lists of rows: arrays, strings, and everything else by its text. Objects are skipped
 * over, not taken apart. Not thread-safe.
 */
final class JsonText {

    private static final int DEEPEST = 64;
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final String json;
    private int at;

    JsonText(String json) {
        this.json = json;
    }

    JsonValue document() {
        JsonValue value = value(0);
        skipSpace();
        if (at != json.length()) {
            throw malformed();
        }
        return value;
    }

    private JsonValue value(int depth) {
        skipSpace();
        int start = at;
        Object content = switch (peek()) {
            case '"' -> string();
            case '[' -> array(depth);
            case '{' -> object(depth);
            default -> word();
        };
        return new JsonValue(json.substring(start, at), content);
    }

    private List<JsonValue> array(int depth) {
        requireShallow(depth);
        List<JsonValue> values = new ArrayList<>();
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return values;
        }
        do {
            values.add(value(depth + 1));
        } while (goesOn(']'));
        return values;
    }

    private @Nullable Object object(int depth) {
        requireShallow(depth);
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return null;
        }
        do {
            skipSpace();
            string();
            skipSpace();
            expect(':');
            value(depth + 1);
        } while (goesOn('}'));
        return null;
    }

    private boolean goesOn(char end) {
        skipSpace();
        if (peek() == end) {
            at++;
            return false;
        }
        expect(',');
        return true;
    }

    /** A number, true, false or null. */
    private @Nullable Object word() {
        int start = at;
        while (at < json.length() && ",]} \t\r\n".indexOf(json.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw malformed();
        }
        return null;
    }

    private String string() {
        expect('"');
        StringBuilder text = new StringBuilder();
        while (peek() != '"') {
            char c = json.charAt(at++);
            text.append(c == '\\' ? escape() : c);
        }
        at++;
        return text.toString();
    }

    private char escape() {
        char c = peek();
        at++;
        int known = ESCAPED.indexOf(c);
        if (known >= 0) {
            return MEANT.charAt(known);
        }
        if (c != 'u' || at + 4 > json.length()) {
            throw malformed();
        }
        try {
            char unit = (char) Integer.parseInt(json, at, at + 4, 16);
            at += 4;
            return unit;
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    private char peek() {
        if (at >= json.length()) {
            throw malformed();
        }
        return json.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw malformed();
        }
        at++;
    }

    private void skipSpace() {
        while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
    }

    private void requireShallow(int depth) {
        if (depth > DEEPEST) {
            throw malformed();
        }
    }

    /** Says where, and nothing of the text, which may be secret. */
    private ConversionException malformed() {
        return new ConversionException("the database wrote a list as JSON that ends or breaks at character " + at
                + (at >= json.length() ? ": it may have been cut at the server's limit" : ""));
    }
}
