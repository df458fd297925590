package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The entries of an hstore as its text, in the order of their keys; and read, in any order. */
final class HstoreText {

    private final String text;
    private int at;

    private HstoreText(String text) {
        this.text = text;
    }

    static String of(Map<String, ? extends @Nullable String> entries, SqlType<?> type) {
        StringBuilder text = new StringBuilder();
        new TreeMap<String, @Nullable String>(entries).forEach((key, value) -> {
            text.append(text.isEmpty() ? "" : ", ");
            quote(text, TextRules.requireStorable(key, type));
            text.append("=>");
            if (value == null) {
                text.append("NULL");
            } else {
                quote(text, TextRules.requireStorable(value, type));
            }
        });
        return text.toString();
    }

    private static void quote(StringBuilder into, String part) {
        into.append('"')
                .append(part.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }

    static Map<String, @Nullable String> parse(String text) {
        HstoreText parser = new HstoreText(text);
        Map<String, @Nullable String> entries = new TreeMap<>();
        try {
            while (parser.at < text.length()) {
                String key = parser.quoted();
                parser.expect("=>");
                if (text.startsWith("NULL", parser.at)) {
                    parser.at += 4;
                    entries.put(key, null);
                } else {
                    entries.put(key, parser.quoted());
                }
                if (parser.at < text.length()) {
                    parser.expect(", ");
                }
            }
        } catch (StringIndexOutOfBoundsException e) {
            throw notHstore();
        }
        return Collections.unmodifiableMap(entries);
    }

    private String quoted() {
        expect("\"");
        StringBuilder part = new StringBuilder();
        while (text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                at++;
            }
            part.append(text.charAt(at++));
        }
        at++;
        return part.toString();
    }

    private void expect(String token) {
        if (!text.startsWith(token, at)) {
            throw notHstore();
        }
        at += token.length();
    }

    private static ConversionException notHstore() {
        return new ConversionException("the server sent something else than an hstore: the column is of another type");
    }
}
