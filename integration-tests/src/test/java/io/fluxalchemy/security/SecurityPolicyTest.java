package io.fluxalchemy.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Point 18: the policy says what a reporter needs, and no point of the threat model names a test that does not exist. */
class SecurityPolicyTest {

    private static final Path ROOT = root();
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\|[^|]+\\|(.+)\\|");
    private static final Pattern NAME = Pattern.compile("`([A-Za-z]+)`");

    @Test
    void everyPointNamesTestsThatExist() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(ROOT)) {
            tests = files.filter(file -> file.toString().contains("src/test/java"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
        List<Integer> points = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/threat-model.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                points.add(Integer.valueOf(row.group(1)));
                List<String> named = NAME.matcher(row.group(2))
                        .results()
                        .map(r -> r.group(1))
                        .toList();
                assertThat(named).as(line).isNotEmpty();
                assertThat(tests).as(line).containsAll(named);
            }
        }
        assertThat(points).isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void thePolicySaysHowToReportAndWhatHappensThen() throws IOException {
        assertThat(Files.readString(ROOT.resolve("SECURITY.md")))
                .contains("Report a vulnerability", "## Supported versions", "within 3 working days", "## What counts");
    }

    static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("ARCHITECTURE.md"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
