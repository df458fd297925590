package io.fluxalchemy.benchmarks.workload;

import io.fluxalchemy.benchmarks.contender.Target;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** An embedded PostgreSQL that counts statements, with the library in it. */
final class Server implements AutoCloseable {

    private static final String CHECKER = "checker";

    /** Drivers look up types when they open a connection, which is no part of an operation. */
    private static final String COUNT = "select coalesce(sum(calls), 0) from pg_stat_statements"
            + " where userid = 'postgres'::regrole and query !~ 'pg_type|pg_catalog'";

    private static final String CONTROL =
            "query ~* '^(begin|start|commit|rollback|savepoint|release|set|show|discard)'";

    private final EmbeddedPostgres server;
    private final Target target;
    private final Library library;

    Server(Size size) {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("autovacuum", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_wal_size", "4GB")
                    .start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role " + CHECKER + " superuser login");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded PostgreSQL takes no statement", e);
        }
        target = new Target("localhost", server.getPort(), "postgres", "postgres", 10);
        library = new Library(checkerUrl(), size);
        library.create();
    }

    /** Where those connect who make and compare rows. */
    String checkerUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=" + CHECKER;
    }

    Target target() {
        return target;
    }

    Library library() {
        return library;
    }

    String version() {
        return "PostgreSQL " + library.text("show server_version");
    }

    /** Forgets all statements counted so far. */
    void resetCount() {
        library.run("select pg_stat_statements_reset()");
    }

    /** Statements that contenders executed since, without those that only control a transaction. */
    long statements() {
        return library.number(COUNT + " and not " + CONTROL);
    }

    /** Statements since that begin or end a transaction or set something. */
    long controls() {
        return library.number(COUNT + " and " + CONTROL);
    }

    @Override
    public void close() {
        library.close();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
