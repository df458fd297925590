package io.fluxalchemy.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.type.Types;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Cancel, status, reset and event loops of the PostgreSQL adapter. */
class PostgresqlSessionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Test
    void cancelStopsTheRunningStatementAndNoLaterOne() {
        try (DriverSession session = DriverSession.ours(DATABASE.url());
                DriverSession witness = DriverSession.ours(DATABASE.url())) {
            DriverAdapter adapter = session.adapter();
            Connection connection = session.connection();
            assertThat(adapter.canCancel()).isTrue();

            Mono<Void> sleep = Flux.from(
                            connection.createStatement("select pg_sleep(30)").execute())
                    .concatMap(result -> result.map((row, metadata) -> 1))
                    .then();
            Mono<Boolean> runs = Mono.fromCallable(() -> witness.read(
                            "select count(*) = 1 from pg_stat_activity where state = 'active' and query = 'select pg_sleep(30)'",
                            Types.BOOLEAN))
                    .subscribeOn(Schedulers.boundedElastic())
                    .filter(so -> so)
                    .repeatWhenEmpty(looks -> looks.delayElements(Duration.ofMillis(20)));
            StepVerifier.create(Mono.when(sleep, runs.then(adapter.cancel(connection))))
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(
                                    R2dbcException.class,
                                    e -> assertThat(e.getSqlState()).isEqualTo("57014")))
                    .verify(PATIENCE);
            adapter.cancel(connection).block(PATIENCE);
            assertThat(session.read("select 1", Types.INTEGER)).isEqualTo(1);
        }
    }

    @Test
    void idleFollowsTheServersTransactionStatus() {
        try (DriverSession session = DriverSession.ours(DATABASE.url())) {
            assertThat(session.adapter().isIdle(session.connection())).isTrue();
            session.run("begin");
            assertThat(session.adapter().isIdle(session.connection())).isFalse();
            session.run("rollback");
            assertThat(session.adapter().isIdle(session.connection())).isTrue();
        }
    }

    @Test
    void resetCleansTheSessionAndKeepsPreparedStatements() {
        try (DriverSession session = DriverSession.ours(DATABASE.url())) {
            String prepared = "select $1 + 1";
            assertThat(session.read(prepared, Types.INTEGER, Types.INTEGER, 1)).isEqualTo(2);
            session.run("set search_path to nowhere; set statement_timeout to 12345; listen news;"
                    + " create temporary table scratch (a int); select pg_advisory_lock(7)");

            session.adapter().reset(session.connection()).block(PATIENCE);

            assertThat(session.read("select current_setting('search_path')", Types.TEXT))
                    .contains("public");
            assertThat(session.read("select current_setting('statement_timeout')", Types.TEXT))
                    .isEqualTo("0");
            assertThat(session.read("select count(*) from pg_listening_channels()", Types.BIGINT))
                    .isZero();
            assertThat(session.read("select to_regclass('pg_temp.scratch') is null", Types.BOOLEAN))
                    .isTrue();
            assertThat(session.read("select count(*) from pg_locks where locktype = 'advisory'", Types.BIGINT))
                    .isZero();
            session.run("begin");
            assertThat(session.read(prepared, Types.INTEGER, Types.INTEGER, 2)).isEqualTo(3);
            session.run("commit");
        }
    }

    @Test
    void connectionsSpreadOverAllEventLoops() {
        List<DriverSession> sessions = new ArrayList<>();
        Set<String> loops = ConcurrentHashMap.newKeySet();
        try {
            for (int i = 0; i < 9; i++) {
                DriverSession session = DriverSession.ours(DATABASE.url());
                sessions.add(session);
                Flux.from(session.connection().createStatement("select 1").execute())
                        .concatMap(result -> result.map(
                                (row, metadata) -> Thread.currentThread().getName()))
                        .doOnNext(loops::add)
                        .blockLast(PATIENCE);
            }
        } finally {
            sessions.forEach(DriverSession::close);
        }
        assertThat(loops).hasSize(3).allMatch(name -> name.startsWith("fluxalchemy-postgresql"));
    }

    @Test
    void preparedStatementsAreBounded() {
        try (DriverSession session = DriverSession.ours(DATABASE.url())) {
            for (int i = 0; i < 150; i++) {
                assertThat(session.read("select $1 + " + i, Types.INTEGER, Types.INTEGER, 1))
                        .isEqualTo(1 + i);
            }
            assertThat(session.read("select count(*) from pg_prepared_statements", Types.BIGINT))
                    .isLessThanOrEqualTo(101);
        }
    }
}
