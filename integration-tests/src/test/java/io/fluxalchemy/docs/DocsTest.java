package io.fluxalchemy.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every block of Java in docs is the code of a file that is compiled: {@code <!-- code: path -->} stands before a block that shows a
 * file from after its imports on, {@code <!-- code: path#name -->} before one that shows what lies between {@code // docs: name} and
 * {@code // docs: end}.
 */
class DocsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- (code|quickstart): ([^ ]+) -->\n)?```java\n(.*?)```", Pattern.DOTALL);

    record Sample(Path page, String marker, String code) {
        @Override
        public String toString() {
            return page.getFileName() + ": " + marker;
        }
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                    docs.filter(page -> page.toString().endsWith(".md")).sorted().toList().stream(),
                    Stream.of(
                            ROOT.resolve("README.md"),
                            ROOT.resolve("ARCHITECTURE.md"),
                            ROOT.resolve("CONTRIBUTING.md")));
        }
    }

    static Stream<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path page : pages().toList()) {
            for (MatchResult block :
                    BLOCK.matcher(Files.readString(page)).results().toList()) {
                if ("code".equals(block.group(1))) {
                    samples.add(new Sample(page, block.group(2), block.group(3)));
                }
            }
        }
        return samples.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyBlockOfJavaSaysWhichFileItShows(Path page) throws IOException {
        assertThat(BLOCK.matcher(Files.readString(page))
                        .results()
                        .filter(block -> block.group(1) == null)
                        .map(block -> block.group(3)))
                .as(
                        "%s: put <!-- code: path --> before each block and its code into a file that is compiled",
                        page.getFileName())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aBlockIsTheCodeThatIsCompiled(Sample sample) throws IOException {
        assertThat(sample.code()).isEqualTo(code(sample.marker()));
    }

    @Test
    void blocksWithoutAMarkerAreFound() {
        Matcher block = BLOCK.matcher("text\n```java\nint x;\n```\n");
        assertThat(block.find()).isTrue();
        assertThat(block.group(1)).isNull();
    }

    private static String code(String marker) throws IOException {
        String[] parts = marker.split("#", 2);
        String source = Files.readString(ROOT.resolve(parts[0]));
        return parts.length == 1 ? body(source) : region(source, parts[1]);
    }

    private static String body(String source) {
        int end = Math.max(source.lastIndexOf("\nimport "), source.indexOf("package "));
        return source.substring(source.indexOf("\n", end + 1) + 1).stripLeading();
    }

    private static String region(String source, String name) {
        Matcher region = Pattern.compile(
                        " *// docs: " + Pattern.quote(name) + "\n(.*?) *// docs: end\n", Pattern.DOTALL)
                .matcher(source);
        assertThat(region.find()).as("a region // docs: %s", name).isTrue();
        return region.group(1).stripTrailing().stripIndent() + "\n";
    }
}
