package io.fluxalchemy.faults.matrix;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.AsyncEngine;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * A server of the matrix's own, whose configuration changes while cases run on it, one at a time. They connect as a user without
 * privileges, since a superuser always finds a place; the witness is one.
 */
final class ConfiguredServer implements AutoCloseable {

    private static final String PASSWORD = "once";

    private final EmbeddedPostgres server;
    private final Path hba;
    private final String trusting;
    private final AsyncEngine witness;
    private final List<Connection> fillers = new ArrayList<>();
    private volatile boolean isChanged;

    private ConfiguredServer(EmbeddedPostgres server, Path data) throws IOException {
        this.server = server;
        this.hba = data.resolve("pg_hba.conf");
        this.trusting = Files.readString(hba);
        AsyncEngine first = AsyncEngine.create(url("postgres"));
        prepare(first);
        // for the sessions that begin after this the server's own setting does not count
        first.execute(sql("alter role postgres set default_transaction_read_only = off"))
                .block(Lane.PATIENCE);
        first.close().block(Lane.PATIENCE);
        this.witness = AsyncEngine.builder().url(url("postgres")).maxSize(3).build();
        admit("scram-sha-256");
    }

    static ConfiguredServer start() {
        try {
            Path data = Files.createTempDirectory("fluxalchemy-configured").resolve("data");
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setServerConfig("max_connections", "12")
                    .start();
            return new ConfiguredServer(server, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void prepare(AsyncEngine engine) {
        Stage.prepare(engine);
        for (String text : List.of(
                "create role victim login password '" + PASSWORD + "'",
                "grant select, insert, update on all tables in schema public to victim")) {
            engine.execute(sql(text)).block(Lane.PATIENCE);
        }
    }

    AsyncEngine witness() {
        return witness;
    }

    String url() {
        return url("victim:" + PASSWORD);
    }

    private String url(String login) {
        return "r2dbc:postgresql://" + login + "@localhost:" + server.getPort() + "/postgres";
    }

    /** Takes every place the server has for users without privileges, also those that sessions which end give back late. */
    synchronized void fill() {
        isChanged = true;
        ConnectionFactory factory = ConnectionFactories.get(url());
        for (int refusals = 0; refusals < 5; ) {
            try {
                fillers.add(Mono.<Connection>from(factory.create()).block(Lane.PATIENCE));
                refusals = 0;
            } catch (R2dbcException full) {
                if (!"53300".equals(full.getSqlState())) {
                    throw full;
                }
                refusals++;
                CaseRun.sleep(10);
            }
        }
    }

    /** Gives the places back. */
    synchronized void free() {
        fillers.forEach(filler -> Mono.from(filler.close()).block(Lane.PATIENCE));
        fillers.clear();
    }

    /** The user is let in no more, by its address. */
    void reject() {
        isChanged = true;
        admit("reject");
    }

    /** The user's password is another one. */
    void changePassword() {
        isChanged = true;
        run("alter role victim password 'another'");
    }

    /** Transactions that begin from here on take no writes, once their session has heard of it. */
    void turnReadOnly() {
        isChanged = true;
        run("alter system set default_transaction_read_only = on");
        reload();
        CaseRun.until(() -> isReadOnly());
    }

    /** As it was in the beginning. */
    void restore() {
        if (!isChanged) {
            return;
        }
        free();
        run("alter role victim password '" + PASSWORD + "'");
        run("alter system reset default_transaction_read_only");
        admit("scram-sha-256");
        CaseRun.until(() -> !isReadOnly());
        isChanged = false;
    }

    /** What a session that begins now is told. */
    private boolean isReadOnly() {
        return "on"
                .equals(Mono.usingWhen(
                                ConnectionFactories.get(url()).create(),
                                c -> Mono.from(c.createStatement("show default_transaction_read_only")
                                                .execute())
                                        .flatMap(result ->
                                                Mono.from(result.map((row, metadata) -> row.get(0, String.class)))),
                                Connection::close)
                        .block(Lane.PATIENCE));
    }

    private void admit(String method) {
        try {
            Files.writeString(hba, "host all victim all " + method + "\n" + trusting);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reload();
        boolean admitted = !method.equals("reject");
        CaseRun.until(() -> isAdmitted() == admitted);
    }

    private boolean isAdmitted() {
        try {
            Connection connection = Mono.<Connection>from(
                            ConnectionFactories.get(url()).create())
                    .block(Lane.PATIENCE);
            Mono.from(connection.close()).block(Lane.PATIENCE);
            return true;
        } catch (R2dbcException refused) {
            return false;
        }
    }

    private void reload() {
        run("select pg_reload_conf()");
    }

    private void run(String text) {
        witness.execute(sql(text)).block(Lane.PATIENCE);
    }

    @Override
    public void close() throws IOException {
        witness.close().block(Lane.PATIENCE);
        server.close();
        Files.deleteIfExists(hba.getParent().getParent());
    }
}
