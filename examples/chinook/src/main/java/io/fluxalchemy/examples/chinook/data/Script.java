package io.fluxalchemy.examples.chinook.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a script as HSQLDB writes it: {@code INSERT INTO "schema"."Table" VALUES(1,'text',NULL)}, with quotes doubled and
 * characters beyond ASCII as four hexadecimal digits after a backslash and a {@code u}.
 *
 * @param tables the rows of each table, in the order of the script
 */
public record Script(Map<String, List<Line>> tables) {

    private static final Pattern INSERT = Pattern.compile("INSERT INTO \"\\w+\"\\.\"(\\w+)\" VALUES\\((.*)\\)");
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    /** Reads the Chinook script from the class path. */
    public static Script chinook() {
        InputStream script = Script.class.getResourceAsStream("/chinook.script");
        if (script == null) {
            throw new IllegalStateException(
                    "chinook.script is not on the class path: add net.hydromatic:chinook-data-hsqldb");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(script, StandardCharsets.US_ASCII))) {
            return parse(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("chinook.script cannot be read", e);
        }
    }

    static Script parse(List<String> lines) {
        Map<String, List<Line>> tables = new TreeMap<>();
        for (String line : lines) {
            Matcher insert = INSERT.matcher(line);
            if (insert.matches()) {
                tables.computeIfAbsent(insert.group(1), t -> new ArrayList<>()).add(new Line(values(insert.group(2))));
            }
        }
        return new Script(tables);
    }

    /** The rows of a table. */
    public List<Line> rows(String table) {
        List<Line> rows = tables.get(table);
        if (rows == null) {
            throw new IllegalArgumentException("the script has no table " + table + ", only " + tables.keySet());
        }
        return rows;
    }

    /** All rows of all tables. */
    public int size() {
        return tables.values().stream().mapToInt(List::size).sum();
    }

    private static List<String> values(String list) {
        List<String> values = new ArrayList<>();
        int at = 0;
        while (at < list.length()) {
            int end = list.charAt(at) == '\'' ? endOfText(list, at) : endOfPlain(list, at);
            String raw = list.substring(at, end);
            values.add(raw.equals("NULL") ? null : raw.startsWith("'") ? unquote(raw) : raw);
            at = end + 1;
        }
        return values;
    }

    private static int endOfPlain(String list, int from) {
        int comma = list.indexOf(',', from);
        return comma < 0 ? list.length() : comma;
    }

    private static int endOfText(String list, int from) {
        int at = from + 1;
        while (list.charAt(at) != '\'' || (at + 1 < list.length() && list.charAt(at + 1) == '\'')) {
            at += list.charAt(at) == '\'' ? 2 : 1;
        }
        return at + 1;
    }

    private static String unquote(String quoted) {
        String text = quoted.substring(1, quoted.length() - 1).replace("''", "'");
        return UNICODE.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }
}
