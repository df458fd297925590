package io.fluxalchemy.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Java file of more than 600 lines holds a second noun. Covers every module, tests and examples too. */
class FileSizesTest {

    private static final int LIMIT = 600;

    @Test
    void noJavaFileIsLongerThanTheLimit() throws IOException {
        Path repository = Path.of("").toAbsolutePath().getParent();
        assertThat(repository.resolve("reactive-core")).isDirectory();
        assertThat(tooLong(repository)).isEmpty();
    }

    @Test
    void aLongFileIsFound(@TempDir Path directory) throws IOException {
        Path file = Files.createDirectories(directory.resolve("src/a b")).resolve("Long.java");
        Files.write(file, Collections.nCopies(LIMIT, "//"));
        assertThat(tooLong(directory)).isEmpty();
        Files.write(file, Collections.nCopies(LIMIT + 1, "//"));
        assertThat(tooLong(directory)).containsExactly(Path.of("src/a b/Long.java") + ": 601 lines");
    }

    private static List<String> tooLong(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !root.relativize(file)
                            .toString()
                            .contains("target" + file.getFileSystem().getSeparator()))
                    .filter(file -> lines(file) > LIMIT)
                    .map(file -> root.relativize(file) + ": " + lines(file) + " lines")
                    .toList();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
