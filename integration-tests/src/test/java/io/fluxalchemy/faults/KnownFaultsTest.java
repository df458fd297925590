package io.fluxalchemy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The table of known faults in {@code docs/reliability.md} names tests that exist. {@code -Dknown-faults.write} writes its last
 * column anew from the classes; what is said there of a row without a test stays.
 */
class KnownFaultsTest {

    private static final Path PAGE = Path.of("..", "docs", "reliability.md");
    private static final Pattern ROW = Pattern.compile("\\| ([A-HS]\\d+) \\| ([^|]+) \\| ([^|]*) \\|");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");
    private static final Pattern METHOD = Pattern.compile("([A-HS]\\d+)_\\w+");
    private static final String NOT_YET = "not yet";

    @Test
    void everyTestTheTableNamesExistsAndBelongsToItsRow() throws IOException {
        Map<String, TreeSet<String>> tests = tests();
        if (System.getProperty("known-faults.write") != null) {
            write(tests);
        }
        List<String> rows = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(row.group(1));
                Matcher named = NAMED.matcher(row.group(3));
                boolean any = false;
                while (named.find()) {
                    any = true;
                    if (!tests.getOrDefault(row.group(1), new TreeSet<>()).contains(named.group())) {
                        wrong.add(line);
                    }
                }
                if (!any && row.group(3).isBlank()) {
                    wrong.add(line);
                }
            }
        }
        assertThat(rows).doesNotHaveDuplicates().hasSize(82);
        assertThat(wrong)
                .as("rows that name no test of theirs; run with -Dknown-faults.write")
                .isEmpty();
        assertThat(tests.keySet()).as("tests of rows the table does not have").isSubsetOf(rows);
    }

    /** The tests of each row: methods whose names begin with its id. */
    private static Map<String, TreeSet<String>> tests() {
        Map<String, TreeSet<String>> tests = new TreeMap<>();
        new ClassFileImporter()
                .importPackages("io.fluxalchemy.faults.known", "io.fluxalchemy.jvm").stream()
                        .flatMap(c -> c.getMethods().stream())
                        .filter(KnownFaultsTest::isTest)
                        .forEach(method -> {
                            Matcher name = METHOD.matcher(method.getName());
                            if (name.matches()) {
                                tests.computeIfAbsent(name.group(1), id -> new TreeSet<>())
                                        .add("`" + method.getOwner().getSimpleName() + "." + method.getName() + "`");
                            }
                        });
        return tests;
    }

    private static boolean isTest(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().getPackageName().startsWith("org.junit.jupiter"));
    }

    private static void write(Map<String, TreeSet<String>> tests) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                TreeSet<String> names = tests.get(row.group(1));
                boolean wasNamed = NAMED.matcher(row.group(3)).find();
                String last = names != null ? String.join(", ", names) : wasNamed ? NOT_YET : row.group(3);
                lines.add("| " + row.group(1) + " | " + row.group(2) + " | " + last + " |");
            } else {
                lines.add(line);
            }
        }
        Files.write(PAGE, lines);
    }
}
