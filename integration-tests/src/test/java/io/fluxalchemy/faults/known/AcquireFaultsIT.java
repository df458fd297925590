package io.fluxalchemy.faults.known;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.AcquireTimeoutException;
import io.fluxalchemy.sql.SqlText;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.faults.DriverStep;
import io.fluxalchemy.testkit.faults.FaultProxy;
import io.fluxalchemy.testkit.faults.FaultyDriver;
import io.fluxalchemy.testkit.faults.Injury;
import io.fluxalchemy.testkit.faults.Misbehaviour;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Group A of the known faults: acquire, release, leaks. */
class AcquireFaultsIT extends Scene {

    /** Ways of taking the first item of a publisher, most of which cancel it afterwards. */
    static Map<String, Function<Publisher<? extends Connection>, Mono<? extends Connection>>> adapters() {
        return Map.of(
                "direct", source -> Mono.from(source),
                "next", source -> Flux.from(source).next(),
                "wrapped", source -> wrapped(source),
                "take", source -> Flux.from(source).take(1).single());
    }

    /** As a library does that knows no Mono. */
    private static <T> Mono<T> wrapped(Publisher<T> source) {
        return Mono.from(subscriber -> source.subscribe(subscriber));
    }

    static List<String> adapterNames() {
        return List.of("direct", "next", "wrapped", "take");
    }

    @ParameterizedTest
    @MethodSource("adapterNames")
    void A1_oneConnectionHasOneOwnerHoweverItWasTaken(String name) {
        AsyncEngine engine = closedAfterwards(
                builder(1).acquireTimeout(Duration.ofMillis(600)).build());
        run(pid(engine).retry(20));
        Connection held =
                adapters().get(name).apply(engine.connectionFactory().create()).block(SOON);
        StepVerifier.create(engine.connectionFactory().create())
                .expectError(AcquireTimeoutException.class)
                .verify(SOON);
        StepVerifier.create(pid(engine))
                .expectError(AcquireTimeoutException.class)
                .verify(SOON);
        String mine = plain(held, "select pg_backend_pid()").block(SOON);
        run(Mono.from(held.close()));
        assertThat(pid(engine).block(SOON)).hasToString(mine);
    }

    @Test
    void A1_aPlainPoolLendsItTwice() {
        ConnectionPool pool = plainPool(1);
        Connection held = Flux.from(pool.create()).next().block(SOON);
        Connection second = pool.create().block(Duration.ofSeconds(3));
        assertThat(plain(second, "select pg_backend_pid()").block(SOON))
                .isEqualTo(plain(held, "select pg_backend_pid()").block(SOON));
    }

    @Test
    void A4_acquiresCancelledWhileTheyWaitAreForgotten() {
        AsyncEngine engine = engine(1);
        CountDownLatch held = new CountDownLatch(1);
        Disposable holder = engine.read(
                        c -> pid(c).doOnNext(pid -> held.countDown()).then(Mono.never()))
                .subscribe();
        awaitLatch(held);
        List<Disposable> waiting = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            waiting.add(pid(engine).subscribe());
        }
        assertThat(engine.pool().pending()).isPositive();
        waiting.forEach(Disposable::dispose);
        holder.dispose();
        isQuiet(engine);
        assertThat(engine.pool().idle()).isOne();
    }

    static Map<String, Function<AsyncEngine, Publisher<?>>> verbs() {
        return Map.of(
                "one", Scene::pid,
                "execute", e -> e.execute(sql("update t set v = v + 1")),
                "stream", e -> e.stream(numbers(500)),
                "read", e -> e.read(Scene::pid),
                "readMany", e -> e.readMany(c -> c.stream(numbers(500))),
                "transaction", e -> e.transaction(c -> pid(c).then(c.execute(sql("update t set v = v + 1")))),
                "transactionMany", e -> e.transactionMany(c -> c.stream(numbers(500))),
                "requiresNew", e -> e.requiresNew(Scene::pid),
                "connectionFactory",
                        e -> Mono.usingWhen(
                                e.connectionFactory().create(), c -> plain(c, "select 1"), Connection::close));
    }

    static List<String> verbNames() {
        return verbs().keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("verbNames")
    void A5_noVerbLeaksAConnectionWhenItIsCancelledAnywhere(String name) {
        AsyncEngine engine = engine(2);
        Publisher<?> verb = verbs().get(name).apply(engine);
        Random random = new Random(5);
        for (int i = 0; i < 100; i++) {
            Disposable running = Flux.merge(verb, verb, verb).subscribe(any -> {}, error -> {});
            pause(random.nextInt(1_500));
            running.dispose();
        }
        isQuiet(engine);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "HALF_CLOSE"})
    void A6_aConnectionWhoseBeginIsHurtIsNotLost(Injury injury) {
        try (FaultProxy proxy = FaultProxy.before(DATABASE.url())) {
            AsyncEngine engine = closedAfterwards(AsyncEngine.builder()
                    .url(proxy.through(url()))
                    .maxSize(1)
                    .acquireTimeout(Duration.ofSeconds(5))
                    .connectTimeout(Duration.ofSeconds(1))
                    .build());
            run(pid(engine));
            proxy.whenSent("BEGIN", injury);
            Disposable begun = engine.transaction(Scene::pid).onErrorComplete().subscribe();
            pause(300_000);
            begun.dispose();
            proxy.heal();
            isQuiet(engine);
        }
    }

    @Test
    void A6_aConnectionWhoseBeginIsCancelledOrRefusedIsNotLost() {
        try (FaultProxy proxy = FaultProxy.before(DATABASE.url())) {
            AsyncEngine engine = closedAfterwards(
                    AsyncEngine.builder().url(proxy.through(url())).maxSize(1).build());
            run(pid(engine));
            AtomicReference<Disposable> begun = new AtomicReference<>();
            CountDownLatch cancelled = new CountDownLatch(1);
            proxy.whileWaiting("BEGIN", () -> {
                begun.get().dispose();
                cancelled.countDown();
            });
            Disposable.Swap subscription = Disposables.swap();
            begun.set(subscription);
            subscription.update(engine.transaction(Scene::pid).subscribe());
            awaitLatch(cancelled);
            isQuiet(engine);
        }
        FaultyDriver driver = FaultyDriver.around(ConnectionFactories.get(DATABASE.url()));
        AsyncEngine engine = over(driver, 1);
        driver.on(DriverStep.BEGIN, Misbehaviour.fails(() -> new R2dbcNonTransientResourceException("no")));
        StepVerifier.create(engine.transaction(Scene::pid)).expectError().verify(SOON);
        driver.behave();
        run(engine.transaction(Scene::pid));
        assertThat(engine.pool().acquired()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"ROLLBACK", "CLOSE", "SET_AUTO_COMMIT"})
    void A7_aCleanUpStepThatFailsNeitherKeepsTheConnectionNorReturnsItAsGood(DriverStep step) {
        for (Misbehaviour how : List.of(
                Misbehaviour.fails(() -> new R2dbcNonTransientResourceException("no")),
                Misbehaviour.throwsAtOnce(() -> new IllegalStateException("no")),
                Misbehaviour.isSilent())) {
            FaultyDriver driver = FaultyDriver.around(ConnectionFactories.get(DATABASE.url()));
            AsyncEngine engine = over(driver, 1);
            run(pid(engine));
            driver.on(step, how);
            StepVerifier.create(engine.transaction(
                            c -> c.execute(insert(1)).then(Mono.error(new IllegalStateException("mine")))))
                    .expectErrorMessage("mine")
                    .verify(SOON);
            driver.behave();
            assertThat(number(engine, "select count(*)::int as n from t")).isZero();
            run(engine.pendingCleanup());
            assertThat(engine.pool().acquired()).isZero();
        }
    }

    @Test
    void A7_aResetThatFailsDestroysTheConnection() {
        FaultyDriver driver = FaultyDriver.around(ConnectionFactories.get(DATABASE.url()));
        AsyncEngine engine = over(driver, 1);
        driver.on("RESET ALL", Misbehaviour.fails(() -> new R2dbcNonTransientResourceException("no")));
        Integer first = engine.read(
                        c -> c.execute(sql("set statement_timeout = 70")).then(pid(c)))
                .onErrorResume(e -> engine.transaction(
                        c -> c.execute(sql("set statement_timeout = 70")).then(pid(c))))
                .block(SOON);
        assertThat(pid(engine).block(SOON)).isNotEqualTo(first);
    }

    @Test
    void A8_aRollbackThatFailsDestroysTheConnectionWithWhatItHeld() {
        FaultyDriver driver = FaultyDriver.around(ConnectionFactories.get(DATABASE.url()));
        AsyncEngine engine = over(driver, 1);
        driver.on(DriverStep.ROLLBACK, Misbehaviour.fails(() -> new R2dbcNonTransientResourceException("no")));
        AtomicReference<Integer> first = new AtomicReference<>();
        StepVerifier.create(engine.transaction(c -> c.execute(insert(1))
                        .then(pid(c))
                        .doOnNext(first::set)
                        .then(Mono.error(new IllegalStateException("mine")))))
                .expectErrorMessage("mine")
                .verify(SOON);
        assertThat(pid(engine).block(SOON)).isNotEqualTo(first.get());
        assertThat(number(engine, "select count(*)::int as n from t")).isZero();
    }

    @Test
    void A9_transactionsBegunInWaysThePoolDoesNotSeeAreNotLentOn() {
        AsyncEngine engine = engine(1);
        Map<String, Function<Connection, Mono<Void>>> ways = Map.of(
                "SQL", c -> plainRun(c, "begin"),
                "savepoint", c -> Mono.from(c.createSavepoint("s")),
                "auto-commit off", c -> Mono.from(c.setAutoCommit(false)));
        ways.forEach((name, begin) -> {
            run(Mono.usingWhen(
                    engine.connectionFactory().create(),
                    c -> begin.apply(c).then(plainRun(c, "insert into t values (1)")),
                    Connection::close));
            assertThat(number(engine, "select count(*)::int as n from t"))
                    .as(name)
                    .isZero();
            assertThat(number(witness, "select count(*)::int as n from t"))
                    .as(name)
                    .isZero();
        });
        run(engine.execute(sql("begin")));
        run(engine.execute(insert(1)));
        assertThat(number(witness, "select count(*)::int as n from t"))
                .as("the insert is outside the transaction that text SQL had begun")
                .isOne();
        isQuiet(engine);
    }

    @Test
    void A9_aPlainPoolLendsTheTransactionOn() {
        ConnectionPool pool = plainPool(1);
        run(Mono.usingWhen(
                pool.create(),
                c -> plainRun(c, "begin").then(plainRun(c, "insert into t values (1)")),
                Connection::close));
        assertThat(Mono.usingWhen(pool.create(), c -> plain(c, "select count(*) from t"), Connection::close)
                        .block(SOON))
                .isEqualTo("1");
        assertThat(number(witness, "select count(*)::int as n from t")).isZero();
    }

    @Test
    void A9_onMariadbAutoCommitAndProceduresThatBeginAreUndone() {
        try (TestDatabase mariadb = TestDatabase.mariadb()) {
            AsyncEngine engine = closedAfterwards(
                    AsyncEngine.builder().url(mariadb.url()).maxSize(1).build());
            run(engine.execute(sql("create table m (id int)")));
            run(engine.execute(sql("create procedure begins() start transaction")));
            for (String begin : List.of("set autocommit = 0", "call begins()")) {
                run(Mono.usingWhen(
                        engine.connectionFactory().create(),
                        c -> plainRun(c, begin).then(plainRun(c, "insert into m values (1)")),
                        Connection::close));
                assertThat(text(engine, "select cast(count(*) as char) as n from m"))
                        .as(begin)
                        .isEqualTo("0");
                run(engine.transaction(c -> c.execute(sql(begin)).then(c.execute(sql("insert into m values (2)"))))
                        .onErrorComplete());
                run(engine.execute(sql("delete from m")));
                assertThat(text(engine, "select cast(@@autocommit as char) as n"))
                        .as(begin)
                        .isEqualTo("ON");
            }
        }
    }

    @Test
    void A10_aTimedOutIndependentTransactionLeaksNeitherConnection() {
        AsyncEngine engine = engine(2);
        run(engine.execute(insert(1)));
        for (int i = 0; i < Integer.getInteger("fluxalchemy.test.nested", 25); i++) {
            StepVerifier.create(engine.transaction(outer -> outer.execute(sql("update t set v = 1 where id = 1"))
                            .then(engine.requiresNew(inner -> inner.execute(sql("update t set v = 2 where id = 1")))
                                    .timeout(Duration.ofMillis(10)))))
                    .expectError(TimeoutException.class)
                    .verify(SOON);
            run(engine.pendingCleanup());
        }
        isQuiet(engine);
        assertThat(number(witness, "select v as n from t")).isZero();
    }

    @Test
    void A11_closingUnderLoadLeavesNoSession() {
        AsyncEngine engine = builder(8).build();
        Disposable load = Flux.range(0, 64)
                .flatMap(
                        i -> engine.transaction(c -> c.one(
                                        sql("select pg_sleep(0.05)::text as s").rows()))
                                .repeat(200)
                                .onErrorComplete(),
                        64)
                .subscribe();
        awaitRunning("pg_sleep(0.05)");
        run(engine.close(Duration.ofMillis(100)));
        await(() -> sessions() == 0);
        load.dispose();
    }

    @Test
    void A12_aConnectionThatComesTooLateIsClosed() {
        try (FaultProxy proxy = FaultProxy.before(DATABASE.url())) {
            AsyncEngine engine = closedAfterwards(AsyncEngine.builder()
                    .url(proxy.through(url()))
                    .maxSize(1)
                    .connectTimeout(Duration.ofSeconds(1))
                    .acquireTimeout(Duration.ofSeconds(2))
                    .build());
            proxy.delay(Duration.ofMillis(600));
            StepVerifier.create(pid(engine)).expectError().verify(SOON);
            proxy.heal();
            await(() -> sessions() == 0);
            isQuiet(engine);
        }
    }

    static List<Error> fatal() {
        return List.of(new OutOfMemoryError("direct"), new StackOverflowError(), new NoClassDefFoundError("x"));
    }

    @ParameterizedTest
    @MethodSource("fatal")
    void A13_errorsOfTheVirtualMachineReleaseTheConnectionToo(Error error) {
        AsyncEngine engine = engine(1);
        for (Function<AsyncEngine, Mono<?>> work : List.<Function<AsyncEngine, Mono<?>>>of(
                e -> e.one(sql("select 1 as n").map(row -> thrown(error))),
                e -> e.stream(sql("select 1 as n").map(row -> thrown(error))).then(),
                e -> e.transaction(c -> thrown(error)),
                e -> e.read(c -> thrown(error)))) {
            StepVerifier.create(work.apply(engine))
                    .expectErrorSatisfies(e -> assertThat(e).hasRootCause(error))
                    .verify(SOON);
            isQuiet(engine);
        }
    }

    @Test
    void A14_noPoolIsBuiltOverAPool() {
        ConnectionPool pool = plainPool(2);
        ConnectionFactory wrapped = FaultyDriver.around(pool);
        for (ConnectionFactory given : List.of(pool, wrapped)) {
            AsyncEngine engine =
                    AsyncEngine.builder().connectionFactory(given).maxSize(7).build();
            assertThat(engine.pool().maxSize()).isEqualTo(2);
            run(engine.read(c -> pid(c).doOnNext(pid ->
                    assertThat(pool.getMetrics().orElseThrow().acquiredSize()).isOne())));
            run(engine.close());
        }
    }

    private static String text(AsyncEngine engine, String sql) {
        return engine.one(sql(sql).map(row -> row.get("n", String.class))).block(SOON);
    }

    private static <T> T thrown(Error error) {
        throw error;
    }

    private static SqlText.Typed<Integer> numbers(int rows) {
        return sql("select g as n from generate_series(1, :rows) g")
                .bind("rows", rows)
                .map(row -> row.get("n", Integer.class));
    }

    static SqlText insert(int id) {
        return sql("insert into t (id) values (:id)").bind("id", id);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(int micros) {
        LockSupport.parkNanos(micros * 1_000L);
    }
}
