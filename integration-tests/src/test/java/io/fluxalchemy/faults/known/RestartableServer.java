package io.fluxalchemy.faults.known;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of a test's own, which it may kill and start again on the same port with the same data. */
final class RestartableServer implements AutoCloseable {

    private final Path directory;
    private EmbeddedPostgres server;

    private RestartableServer(Path directory) throws IOException {
        this.directory = directory;
        this.server = start(0);
    }

    static RestartableServer start() throws IOException {
        return new RestartableServer(Files.createTempDirectory("fluxalchemy-restartable"));
    }

    String url() {
        return "r2dbc:postgresql://postgres@localhost:" + server.getPort() + "/postgres";
    }

    /** Ends the server at once, without a word to its sessions but that it goes. */
    void kill() throws IOException, InterruptedException {
        String pid =
                Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0);
        new ProcessBuilder("kill", "-QUIT", pid).start().waitFor(10, TimeUnit.SECONDS);
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(process -> {
            while (process.isAlive()) {
                Thread.onSpinWait();
            }
        });
        Files.deleteIfExists(directory.resolve("data/postmaster.pid"));
    }

    void startAgain() throws IOException {
        int port = server.getPort();
        server.close();
        server = start(port);
    }

    private EmbeddedPostgres start(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("max_connections", "100");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
