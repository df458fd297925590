package io.fluxalchemy.faults.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An embedded PostgreSQL that nobody else uses, so that its processes may be killed, stopped and started again. */
final class OwnServer implements AutoCloseable {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final EmbeddedPostgres server;
    private final Path data;
    private final List<String> command;

    private OwnServer(EmbeddedPostgres server, Path data, List<String> command) {
        this.server = server;
        this.data = data;
        this.command = command;
    }

    static OwnServer start() throws IOException {
        Path data = Files.createTempDirectory("fluxalchemy-own").resolve("data");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setPGStartupWait(Duration.ofMinutes(3))
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60")
                .start();
        String line = Files.readString(data.resolve("postmaster.opts"));
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // the server refuses to run as root; as the embedded one does, it runs in a user namespace of its own
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(line.substring(0, line.indexOf(' ')));
        Matcher arguments = QUOTED.matcher(line);
        while (arguments.find()) {
            command.add(arguments.group(1));
        }
        return new OwnServer(server, data, command);
    }

    String url() {
        return "r2dbc:postgresql://postgres@localhost:" + server.getPort() + "/postgres";
    }

    /** Ends the server as a power cut would: nothing is written back, sessions are dropped. */
    void crash() throws IOException, InterruptedException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        signal("QUIT", postmaster);
        ProcessHandle.of(postmaster)
                .ifPresent(process ->
                        process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }

    void startAgain() throws IOException {
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("restarted.log").toFile())
                .start();
    }

    static void signal(String name, long process) throws IOException, InterruptedException {
        int result = new ProcessBuilder("kill", "-" + name, String.valueOf(process))
                .redirectErrorStream(true)
                .start()
                .waitFor();
        if (result != 0) {
            throw new IOException("kill -" + name + " " + process + " ended with " + result);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(data.getParent());
    }
}
