package io.fluxalchemy.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** README shows the code of this module, character by character from after the imports on. */
class ReadmeTest {

    private static final Path MODULE = Path.of("").toAbsolutePath();

    @ParameterizedTest
    @ValueSource(strings = {"Author.java", "Book.java", "Library.java", "Quickstart.java"})
    void showsTheFileAsItIsCompiled(String file) throws IOException {
        String readme = Files.readString(MODULE.resolve("../../README.md"));
        String block = Pattern.compile("<!-- quickstart: " + file + " -->\n```java\n(.*?)```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .map(m -> m.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("README has no block for " + file));
        assertThat(block).isEqualTo(body(file));
    }

    private static String body(String file) throws IOException {
        String source = Files.readString(MODULE.resolve("src/main/java/io/fluxalchemy/examples/quickstart")
                .resolve(file));
        int end = Stream.of(source.lastIndexOf("\nimport "), source.indexOf("package "))
                .max(Integer::compare)
                .orElseThrow();
        return source.substring(source.indexOf("\n", end + 1) + 1).stripLeading();
    }
}
