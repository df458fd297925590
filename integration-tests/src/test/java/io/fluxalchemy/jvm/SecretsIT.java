package io.fluxalchemy.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.testkit.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Point 8: what was bound is not in the heap any more once it is used, the URL never after the start, and neither is in JMX. */
class SecretsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Test
    void neitherMBeansNorTheHeapHoldBoundValuesOrTheUrl(@TempDir Path directory) throws Exception {
        String seed = Long.toString(System.nanoTime(), 36);
        Path file = directory.resolve("heap.hprof");
        ChildJvm.Output output = ChildJvm.run(
                SecretsProgram.class,
                List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                Duration.ofSeconds(120),
                DATABASE.url(),
                seed,
                file.toString());
        assertThat(output.exit()).as(String.join("\n", output.lines())).isZero();
        assertThat(output.lines())
                .filteredOn(line -> line.startsWith("shown="))
                .hasSize(3)
                .containsOnly("shown=[io.fluxalchemy.test:type=Shown]");
        assertThat(output.number("open")).as("connections in the heap").isPositive();

        byte[] heap = Files.readAllBytes(file);
        assertThat(finds(heap, SecretsProgram.word("kept", seed)))
                .as("the search finds what is there")
                .isTrue();
        assertThat(finds(heap, SecretsProgram.word("value", seed)))
                .as("a value")
                .isFalse();
        assertThat(finds(heap, "postgres:" + SecretsProgram.word("password", seed)))
                .as("a URL with its password")
                .isFalse();
    }

    private static boolean finds(byte[] heap, String word) throws IOException {
        return List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE).stream()
                .anyMatch(charset -> finds(heap, word, charset));
    }

    private static boolean finds(byte[] heap, String word, Charset charset) {
        byte[] sought = word.getBytes(charset);
        int at = 0;
        while (at <= heap.length - sought.length) {
            int same = 0;
            while (same < sought.length && heap[at + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return true;
            }
            at++;
        }
        return false;
    }
}
