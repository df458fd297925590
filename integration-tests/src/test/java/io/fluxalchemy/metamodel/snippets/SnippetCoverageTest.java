package io.fluxalchemy.metamodel.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/coverage.md says users can write stands in a snippet, and so is compiled. */
class SnippetCoverageTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path SNIPPETS =
            Path.of("src/test/resources/io/fluxalchemy/metamodel/snippets").toAbsolutePath();
    private static final Pattern API = Pattern.compile("`[A-Z]\\w*\\.([a-z]\\w*)`");

    /** What dialects, tools and annotations have, which no statement names. */
    private static final Set<String> NOT_OF_STATEMENTS = Set.of(
            "endsTransaction", "isWritable", "shortened", "quoted", "toStorage", "compared", "marker", "prepare");

    @Test
    void everyCallOfThePageIsInASnippet() throws IOException {
        StringBuilder snippets = new StringBuilder();
        try (Stream<Path> files = Files.list(SNIPPETS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                snippets.append(Files.readString(file));
            }
        }
        Set<String> missing = new TreeSet<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/coverage.md"))) {
            String[] cells = line.split("\\|", -1);
            Matcher api = API.matcher(cells.length == 6 ? cells[2] : "");
            while (api.find()) {
                String name = api.group(1);
                boolean isThere =
                        Pattern.compile("\\b" + name + "\\b").matcher(snippets).find();
                if (!isThere && !NOT_OF_STATEMENTS.contains(name)) {
                    missing.add(api.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
