package io.fluxalchemy.testkit.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mssqlserver.MSSQLServerContainer;
import org.testcontainers.oracle.OracleContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Servers in containers, where Testcontainers is on the class path and a Docker engine answers. */
final class ContainerSource {

    private static final Logger LOG = LoggerFactory.getLogger(TestDatabase.class);

    private ContainerSource() {}

    /** The URL of a server's own database, or nothing where containers are not to be had. */
    static Optional<String> start(DatabaseKind kind) {
        String container = kind == DatabaseKind.POSTGRESQL
                ? "org.testcontainers.postgresql.PostgreSQLContainer"
                : "org.testcontainers.mariadb.MariaDBContainer";
        if (!ClassPath.hasClass(container) || !engineInSight()) {
            return Optional.empty();
        }
        try {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return Optional.empty();
            }
            return Optional.of(kind == DatabaseKind.POSTGRESQL ? postgresql() : mariadb());
        } catch (RuntimeException e) {
            LOG.warn("{}: a Docker engine answers, but the container did not start; falling back to embedded", kind, e);
            return Optional.empty();
        }
    }

    /** The URL of the administrator's database on a server of this kind, or nothing where containers are not to be had. */
    static Optional<String> start(ContainerKind kind) {
        if (!ClassPath.hasClass(kind.container()) || !engineInSight()) {
            return Optional.empty();
        }
        try {
            return DockerClientFactory.instance().isDockerAvailable() ? Optional.of(admin(kind)) : Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("{}: a Docker engine answers, but the container did not start", kind, e);
            return Optional.empty();
        }
    }

    private static String admin(ContainerKind kind) {
        return switch (kind) {
            case SQL_SERVER -> sqlServer();
            case ORACLE -> oracle();
        };
    }

    /** Spares the seconds that Testcontainers takes to find out that there is no engine. */
    private static boolean engineInSight() {
        return System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".docker/run/docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".testcontainers.properties"))
                || System.getProperty("os.name").startsWith("Windows");
    }

    @SuppressWarnings("resource") // Testcontainers removes its containers when the JVM ends
    private static String postgresql() {
        PostgreSQLContainer server = new PostgreSQLContainer("postgres:18");
        server.setCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        server.start();
        return "r2dbc:postgresql://" + server.getUsername() + ":" + server.getPassword() + "@" + server.getHost() + ":"
                + server.getMappedPort(5432) + "/" + server.getDatabaseName() + "?sslMode=disable";
    }

    @SuppressWarnings("resource")
    private static String sqlServer() {
        MSSQLServerContainer server =
                new MSSQLServerContainer("mcr.microsoft.com/mssql/server:2022-latest").acceptLicense();
        server.start();
        return "r2dbc:mssql://" + server.getUsername() + ":" + server.getPassword() + "@" + server.getHost() + ":"
                + server.getMappedPort(MSSQLServerContainer.MS_SQL_SERVER_PORT) + "/master?ssl=false";
    }

    @SuppressWarnings("resource")
    private static String oracle() {
        OracleContainer server = new OracleContainer("gvenzl/oracle-free:23-slim-faststart");
        server.start();
        // the password is the administrator's too
        return "r2dbc:oracle://system:" + server.getPassword() + "@" + server.getHost() + ":" + server.getOraclePort()
                + "/" + server.getDatabaseName() + "?ssl=false";
    }

    @SuppressWarnings("resource")
    private static String mariadb() {
        MariaDBContainer server = new MariaDBContainer("mariadb:11.4").withUsername("root");
        server.start();
        return "r2dbc:mariadb://root:" + server.getPassword() + "@" + server.getHost() + ":"
                + server.getMappedPort(3306) + "/" + server.getDatabaseName() + "?sslMode=disable";
    }
}
