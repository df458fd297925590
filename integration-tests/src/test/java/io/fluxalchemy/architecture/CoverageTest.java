package io.fluxalchemy.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/coverage.md claims is there: every API it names, and every test. */
class CoverageTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*)(?:\\.(\\w+))?`");

    private static Map<String, Path> sources;

    private record Row(String capability, String api, String databases, String test) {}

    @BeforeAll
    static void findSources() throws IOException {
        sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(file ->
                            file.toString().contains("/src/") && file.toString().endsWith(".java"))
                    .filter(file ->
                            !file.toString().contains("/resources/") && !file.startsWith(ROOT.resolve("benchmarks")))
                    .forEach(file -> {
                        String module = file.toString().contains("/src/main/") ? "main/" : "test/";
                        sources.put(module + file.getFileName().toString().replace(".java", ""), file);
                    });
        }
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/coverage.md"))) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 6
                    && !cells[1].isBlank()
                    && !cells[1].contains("---")
                    && !cells[1].contains("capability")) {
                rows.add(new Row(cells[1].trim(), cells[2].trim(), cells[3].trim(), cells[4].trim()));
            }
        }
        return rows;
    }

    @Test
    void everyApiExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Row row : rows()) {
            Matcher name = NAME.matcher(row.api());
            boolean found = false;
            while (name.find()) {
                found = true;
                if (!exists(name.group(1), name.group(2))) {
                    missing.add(row.capability() + ": " + name.group());
                }
            }
            if (!found && !row.api().startsWith("not yet")) {
                missing.add(row.capability() + " names no API");
            }
        }
        assertThat(missing).isEmpty();
        assertThat(rows()).hasSizeGreaterThan(100);
    }

    @Test
    void everyTestExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Row row : rows()) {
            Matcher name = NAME.matcher(row.test());
            if (row.test().isEmpty() && !row.api().startsWith("not yet")) {
                missing.add(row.capability() + " names no test");
            }
            while (name.find()) {
                Path file = sources.getOrDefault("test/" + name.group(1), sources.get("main/" + name.group(1)));
                if (file == null || !Files.readString(file).contains("void " + name.group(2) + "(")) {
                    missing.add(row.capability() + ": " + name.group());
                }
            }
            boolean claimed = !row.api().startsWith("not yet");
            assertThat(!row.databases().isEmpty()).as(row.capability()).isEqualTo(claimed);
        }
        assertThat(missing).isEmpty();
    }

    private static boolean exists(String type, String member) throws IOException {
        Path file = sources.get("main/" + type);
        if (file == null) {
            return false;
        }
        try {
            String source = file.toString();
            String name = source.substring(source.indexOf("/src/main/java/") + 15, source.length() - 5)
                    .replace('/', '.');
            return member == null || has(Class.forName(name), member);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no module of the tests has " + type, e);
        }
    }

    private static boolean has(Class<?> type, String member) {
        Predicate<java.lang.reflect.Member> named = each -> each.getName().equals(member);
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (Arrays.stream(each.getDeclaredMethods()).anyMatch(named)
                    || Arrays.stream(each.getDeclaredFields()).anyMatch(named)
                    || Arrays.stream(each.getDeclaredClasses())
                            .anyMatch(nested -> nested.getSimpleName().equals(member))) {
                return true;
            }
        }
        return Arrays.stream(type.getMethods()).anyMatch(named);
    }
}
