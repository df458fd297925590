package io.fluxalchemy.faults.known;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.SqlExecutor;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.StalledStreamException;
import io.fluxalchemy.error.StreamOpenException;
import io.fluxalchemy.error.TurnOverflowException;
import io.fluxalchemy.faults.matrix.DroppedSignals;
import io.fluxalchemy.sql.SqlText;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.faults.FaultProxy;
import io.fluxalchemy.testkit.faults.FaultyDriver;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Group B of the known faults: statements, results, back-pressure, cancel on the wire. */
class StatementFaultsIT extends Scene {

    @Test
    void B1_aCancelAtAnySignalLeavesNoPublisherWithoutAnEnd() {
        try (FaultProxy proxy = FaultProxy.before(DATABASE.url())) {
            FaultyDriver driver = FaultyDriver.around(ConnectionFactories.get(proxy.through(DATABASE.url())));
            AsyncEngine engine = over(driver, 1);
            for (int piece = 1; piece <= 24; piece++) {
                Disposable.Swap running = Disposables.swap();
                proxy.atPiece(piece, running::dispose);
                Flux<?> work = piece % 2 == 0
                        ? engine.stream(numbers(300))
                        : engine.transaction(c -> c.all(numbers(300))).flux();
                AtomicReference<Boolean> over = new AtomicReference<>(false);
                running.update(work.onErrorComplete()
                        .doFinally(signal -> over.set(true))
                        .subscribe());
                await(over::get);
                proxy.heal();
                run(engine.pendingCleanup());
                await(() -> driver.traffic().unsettled().isEmpty());
                run(pid(engine));
                assertThat(engine.pool().acquired()).isZero();
            }
        }
    }

    @Test
    void B2_aStreamWhoseRowsWaitForTheSamePoolFailsAndDoesNotHang() {
        AsyncEngine engine = engine(1);
        StepVerifier.create(engine.stream(numbers(257)).flatMap(n -> pid(engine)))
                .thenConsumeWhile(pid -> true)
                .expectError(StalledStreamException.class)
                .verify(SOON);
        isQuiet(engine);
    }

    @Test
    void B2_onAPlainPoolItHangs() {
        ConnectionPool pool = plainPool(1);
        StepVerifier.create(Flux.usingWhen(
                                pool.create(),
                                c -> Flux.from(c.createStatement("select generate_series(1, 257)")
                                                .execute())
                                        .concatMap(r -> r.map((row, m) -> row.get(0))),
                                Connection::close)
                        .flatMap(n -> Mono.usingWhen(pool.create(), c -> plain(c, "select 1"), Connection::close)))
                .expectTimeout(Duration.ofSeconds(2))
                .verify(SOON);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "H2", "MARIADB"})
    void B3_aStreamCancelledBeforeItsFirstDemandBlocksNothing(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine engine =
                    AsyncEngine.builder().url(database.url()).maxSize(1).build();
            run(engine.execute(sql("create table b3 (id int)")));
            run(engine.execute(sql("insert into b3 values (1), (2), (3)")));
            SqlText.Typed<Integer> query = sql("select id from b3").map(row -> row.get("id", Integer.class));
            for (int i = 0; i < 5; i++) {
                StepVerifier.create(engine.stream(query), 0)
                        .expectSubscription()
                        .expectNoEvent(Duration.ofMillis(30))
                        .thenCancel()
                        .verify(SOON);
                StepVerifier.create(engine.stream(query), 1)
                        .expectNextCount(1)
                        .thenCancel()
                        .verify(SOON);
                StepVerifier.create(engine.all(query).map(List::size))
                        .expectNext(3)
                        .expectComplete()
                        .verify(SOON);
            }
            run(engine.close());
        }
    }

    @Test
    void B3_aStreamWithoutValuesCancelledAnywhereKeepsItsConnection() {
        AsyncEngine engine = engine(1);
        Integer pid = pid(engine).block(SOON);
        Flux<String> rows = engine.stream(sql("select repeat('x', 100) as x from generate_series(1, 2000)")
                .map(row -> row.get("x", String.class)));
        for (int i = 0; i < 40; i++) {
            Disposable leaving = rows.subscribe();
            LockSupport.parkNanos(i * 50_000L);
            leaving.dispose();
            assertThat(pid(engine).block(SOON)).as("after cancel " + i).isEqualTo(pid);
        }
        isQuiet(engine);
    }

    @Test
    void B4_aCancelReachesTheServerAndTheConnectionIsUsableSoon() {
        AsyncEngine engine = engine(1);
        Disposable running =
                engine.one(sql("select pg_sleep(30)::text as b4").rows()).subscribe();
        awaitRunning("as b4");
        Integer pid = number(
                witness,
                "select pid as n from pg_stat_activity where query like '%as b4%' and pid <> pg_backend_pid()");
        running.dispose();
        long start = System.nanoTime();
        assertThat(pid(engine).block(SOON)).isEqualTo(pid);
        awaitGone("as b4");
        assertThat(since(start)).as("the statement would run 30 s").isLessThan(Duration.ofSeconds(10));
        isQuiet(engine);
    }

    @Test
    void B6_aBusyConnectionIsNotLent() {
        AsyncEngine engine = engine(1);
        run(pid(engine));
        StepVerifier.create(engine.one(sql("select pg_sleep(30)::text as s").rows())
                        .timeout(Duration.ofMillis(200), Mono.empty()))
                .expectComplete()
                .verify(SOON);
        long start = System.nanoTime();
        run(pid(engine));
        assertThat(since(start)).as("the statement would run 30 s").isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void B6_aPlainPoolLendsItBusy() {
        ConnectionPool pool = plainPool(1);
        run(Mono.usingWhen(pool.create(), c -> plain(c, "select 1"), Connection::close));
        run(Mono.usingWhen(pool.create(), c -> plain(c, "select pg_sleep(3)"), Connection::close)
                .timeout(Duration.ofMillis(200), Mono.empty()));
        long start = System.nanoTime();
        run(Mono.usingWhen(pool.create(), c -> plain(c, "select 1"), Connection::close));
        assertThat(since(start)).isGreaterThan(Duration.ofMillis(1_000));
    }

    @Test
    void B7_everyResultIsConsumedWhateverTheVerb() {
        AsyncEngine engine = engine(1);
        run(engine.execute(sql("select * from generate_series(1, 100000)")));
        run(engine.transaction(c -> c.execute(sql("select * from generate_series(1, 100000)"))));
        run(engine.first(numbers(100_000)));
        run(pid(engine));
        isQuiet(engine);
    }

    @Test
    void B7_noVerbHandsOutARawResult() {
        for (Class<?> face : List.of(SqlExecutor.class, AsyncConnection.class, AsyncEngine.class)) {
            assertThat(Stream.of(face.getMethods()).map(Method::toGenericString))
                    .noneMatch(signature ->
                            signature.contains(Result.class.getName()) || signature.contains("io.r2dbc.spi.Statement"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void B8_anErrorInAnyOfSeveralStatementsIsTheCallersError(int failing) {
        AsyncEngine engine = engine(1);
        String[] statements = IntStream.range(0, 3)
                .mapToObj(
                        i -> i == failing ? "insert into t (id) values (1/0)" : "insert into t (id) values (" + i + ")")
                .toArray(String[]::new);
        StepVerifier.create(engine.execute(sql(String.join("; ", statements))))
                .expectErrorSatisfies(
                        e -> assertThat(((DatabaseException) e).sqlState()).isEqualTo("22012"))
                .verify(SOON);
        assertThat(number(engine, "select count(*)::int as n from t")).isZero();
        isQuiet(engine);
    }

    @Test
    void B8_countsOfSeveralStatementsAreAddedUp() {
        AsyncEngine engine = engine(1);
        StepVerifier.create(engine.execute(sql("insert into t (id) values (1), (2); insert into t (id) values (3)")))
                .expectNext(3L)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void B8_onAPlainConnectionTheFirstResultHidesTheError() {
        ConnectionPool pool = plainPool(1);
        Long told = Mono.usingWhen(
                        pool.create(),
                        c -> Flux.from(c.createStatement("insert into t (id) values (1); insert into t (id) values (2);"
                                                + " insert into t (id) values (1/0)")
                                        .execute())
                                .next()
                                .flatMap(result -> Mono.from(result.getRowsUpdated())),
                        Connection::close)
                .block(SOON);
        assertThat(told).isOne();
        assertThat(number(witness, "select count(*)::int as n from t")).isZero();
    }

    @Test
    void B8_whatAReaderThrowsIsTheCallersErrorAndNoLostLink() {
        AsyncEngine engine = engine(1);
        Integer pid = pid(engine).block(SOON);
        UncheckedIOException mine = new UncheckedIOException(new IOException("mine"));
        SqlText.Typed<Integer> query = sql("select 1 as n").map(row -> {
            throw mine;
        });
        StepVerifier.create(engine.all(query)).expectErrorMatches(mine::equals).verify(SOON);
        StepVerifier.create(engine.stream(query))
                .expectErrorMatches(mine::equals)
                .verify(SOON);
        assertThat(pid(engine).block(SOON)).isEqualTo(pid);
    }

    @Test
    void B9_aSecondStatementWhileRowsStreamFailsAtOnce() {
        AsyncEngine engine = engine(1);
        StepVerifier.create(engine.readMany(c -> c.stream(numbers(1_000)).flatMap(n -> pid(c))))
                .expectError(StreamOpenException.class)
                .verify(SOON);
        isQuiet(engine);
    }

    @Test
    void B9_onAPlainConnectionItHangs() {
        ConnectionPool pool = plainPool(1);
        StepVerifier.create(Flux.usingWhen(
                        pool.create(),
                        c -> Flux.from(c.createStatement("select generate_series(1, 1000)")
                                        .execute())
                                .concatMap(r -> r.map((row, m) -> row.get(0)))
                                .concatMap(n -> plain(c, "select 1"), 1),
                        Connection::close))
                .expectTimeout(Duration.ofSeconds(2))
                .verify(SOON);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 10_000})
    void B10_manyParallelCallsOnOneConnectionRunOrAreRefusedByName(int calls) {
        AsyncEngine engine = engine(1);
        StepVerifier.create(engine.read(
                        c -> Flux.range(0, calls).flatMap(i -> pid(c)).count()))
                .expectNext((long) calls)
                .expectComplete()
                .verify(Duration.ofMinutes(2));
        AtomicInteger refused = new AtomicInteger();
        StepVerifier.create(engine.read(c -> Flux.range(0, calls)
                        .flatMap(
                                i -> pid(c).onErrorResume(TurnOverflowException.class, e -> {
                                    refused.incrementAndGet();
                                    return Mono.empty();
                                }),
                                calls)
                        .count()))
                .assertNext(ran -> assertThat(ran + refused.get()).isEqualTo(calls))
                .expectComplete()
                .verify(SOON);
        assertThat(refused.get()).isEqualTo(Math.max(0, calls - 257));
        isQuiet(engine);
    }

    @Test
    void B13_aSideThatFailsStopsTheOthersInOrder() {
        try (DroppedSignals dropped = DroppedSignals.watch()) {
            AsyncEngine engine = engine(4);
            Flux.range(0, 60)
                    .flatMap(
                            i -> Mono.zip(
                                            engine.one(sql("select pg_sleep(0.2)::text as s")
                                                    .rows()),
                                            engine.one(sql("select 1/0 as z").rows()),
                                            engine.all(numbers(500)))
                                    .onErrorResume(e -> Mono.empty()),
                            4)
                    .blockLast(SOON);
            isQuiet(engine);
            assertThat(dropped.seen()).isEmpty();
        }
    }

    private static SqlText.Typed<Integer> numbers(int rows) {
        return sql("select g as n from generate_series(1, :rows) g")
                .bind("rows", rows)
                .map(row -> row.get("n", Integer.class));
    }
}
