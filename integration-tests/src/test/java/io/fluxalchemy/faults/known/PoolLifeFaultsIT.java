package io.fluxalchemy.faults.known;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.error.FluxAlchemyException;
import io.fluxalchemy.error.NestedAcquireException;
import io.fluxalchemy.testkit.faults.FaultProxy;
import io.fluxalchemy.testkit.faults.Injury;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Group D of the known faults: server, network, the life of a pool. */
class PoolLifeFaultsIT extends Scene {

    @Test
    void D1_afterARestartUnderLoadTheFirstSuccessComesSoonAndNoneFailsLater() throws IOException, InterruptedException {
        try (RestartableServer server = RestartableServer.start()) {
            AsyncEngine engine =
                    AsyncEngine.builder().url(server.url()).maxSize(8).build();
            AtomicBoolean stop = new AtomicBoolean();
            AtomicLong successes = new AtomicLong();
            AtomicLong lastFailure = new AtomicLong(System.nanoTime());
            Disposable load = Flux.range(0, 64)
                    .flatMap(
                            caller -> pid(engine)
                                    .doOnNext(pid -> successes.incrementAndGet())
                                    .doOnError(e -> lastFailure.set(System.nanoTime()))
                                    .onErrorResume(e ->
                                            Mono.delay(Duration.ofMillis(10)).thenReturn(0))
                                    .repeat(() -> !stop.get()),
                            64)
                    .subscribe();
            int cycles = Integer.getInteger("fluxalchemy.test.restarts", 2);
            Duration wanted = Duration.ofSeconds(1);
            Duration least = SOON;
            // more than a second is other work on the machine, unless it is always so
            for (int cycle = 0; cycle < cycles || least.compareTo(wanted) > 0 && cycle < cycles + 3; cycle++) {
                long before = successes.get();
                await(() -> successes.get() > before + 500);
                server.kill();
                server.startAgain();
                long up = System.nanoTime();
                long then = successes.get();
                await(() -> successes.get() > then);
                Duration first = since(up);
                assertThat(first).isLessThan(Duration.ofSeconds(10));
                least = first.compareTo(least) < 0 ? first : least;
                long settled = successes.get();
                await(() -> successes.get() > settled + 2_000);
                assertThat(Duration.ofNanos(lastFailure.get() - up)).isLessThan(Duration.ofSeconds(5));
            }
            assertThat(least).isLessThan(wanted);
            stop.set(true);
            await(load::isDisposed);
            assertThat(engine.pool().acquired()).isZero();
            run(engine.close());
        }
    }

    @Test
    void D2_aServerThatAcceptsAndStaysSilentIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            AsyncEngine engine = AsyncEngine.builder()
                    .url("r2dbc:postgresql://postgres@127.0.0.1:" + silent.getLocalPort() + "/postgres")
                    .maxSize(2)
                    .connectTimeout(Duration.ofMillis(500))
                    .acquireTimeout(Duration.ofMillis(800))
                    .build();
            long start = System.nanoTime();
            for (Mono<?> verb : List.<Mono<?>>of(
                    pid(engine),
                    engine.transaction(Scene::pid),
                    Mono.from(engine.connectionFactory().create()))) {
                StepVerifier.create(verb)
                        .expectError(FluxAlchemyException.class)
                        .verify(SOON);
            }
            assertThat(since(start)).isLessThan(Duration.ofSeconds(15));
            run(engine.close());
        }
    }

    @Test
    void D3_aLinkThatFallsSilentWhileAStatementRunsEndsWithTheTransactionsTimeout() {
        try (FaultProxy proxy = FaultProxy.before(DATABASE.url())) {
            AsyncEngine engine = through(proxy);
            run(pid(engine));
            proxy.now(Injury.BLACK_HOLE);
            long start = System.nanoTime();
            StepVerifier.create(engine.transaction(
                            TransactionOptions.defaults().timeout(Duration.ofMillis(500)), Scene::pid))
                    .expectError()
                    .verify(SOON);
            assertThat(since(start)).isLessThan(Duration.ofSeconds(15));
            proxy.heal();
            run(pid(engine));
            run(engine.pendingCleanup());
            assertThat(engine.pool().acquired()).isZero();
        }
    }

    @Test
    void D3_aLinkThatFellSilentWhileIdleIsFoundDeadAndReplaced() {
        try (FaultProxy proxy = FaultProxy.before(DATABASE.url())) {
            AsyncEngine engine = closedAfterwards(AsyncEngine.builder()
                    .url(proxy.through(url()))
                    .maxSize(1)
                    .validateAfter(Duration.ofMillis(1))
                    .build());
            Integer first = pid(engine).block(SOON);
            proxy.now(Injury.BLACK_HOLE);
            Mono<Integer> next = pid(engine).cache();
            Disposable waiting = next.subscribe();
            await(() -> proxy.links() == 2); // the one in place of the dead
            proxy.heal();
            assertThat(next.block(SOON)).isNotEqualTo(first);
            waiting.dispose();
        }
    }

    @Test
    void D4_connectionsKilledWhileIdleReachNoCaller() {
        try (FaultProxy proxy = FaultProxy.before(DATABASE.url())) {
            connectionsKilledWhileIdleReachNoCaller(proxy);
        }
    }

    private void connectionsKilledWhileIdleReachNoCaller(FaultProxy proxy) {
        AsyncEngine engine = closedAfterwards(
                AsyncEngine.builder().url(proxy.through(url())).maxSize(8).build());
        for (int round = 0; round < 10; round++) {
            run(Flux.range(0, 8)
                    .flatMap(i ->
                            engine.one(sql("select pg_sleep(0.02)::text as s").rows()))
                    .then());
            run(witness.all(sql("select pg_terminate_backend(pid) as b from pg_stat_activity where application_name ="
                            + " 'known_faults'")
                    .rows()));
            await(() -> proxy.links() == 0); // the driver has heard
            StepVerifier.create(Flux.range(0, 32).flatMap(i -> pid(engine)).count())
                    .expectNext(32L)
                    .expectComplete()
                    .verify(SOON);
        }
        isQuiet(engine);
    }

    /** A primary that was demoted refuses writes; what makes it refuse here is its configuration. */
    @Test
    void D5_aServerThatTurnedReadOnlyCostsOneCallerAndEveryConnectionToIt() throws IOException {
        try (RestartableServer server = RestartableServer.start()) {
            AsyncEngine engine =
                    AsyncEngine.builder().url(server.url()).maxSize(4).build();
            run(engine.execute(sql("create table d5 (id int)")));
            Map<Integer, String> before = readOnly(engine);
            assertThat(before).hasSize(4).doesNotContainValue("on");
            run(engine.execute(sql("alter system set default_transaction_read_only = on")));
            run(engine.execute(sql("select pg_reload_conf()")));
            await(() -> readOnly(engine).values().stream().allMatch("on"::equals));
            StepVerifier.create(engine.transaction(c -> c.execute(sql("insert into d5 values (1)"))))
                    .expectErrorSatisfies(
                            e -> assertThat(((DatabaseException) e).kind()).isEqualTo(ErrorKind.READ_ONLY))
                    .verify(SOON);
            assertThat(readOnly(engine)).doesNotContainKeys(before.keySet().toArray(new Integer[0]));
            run(engine.close());
        }
    }

    /** What each of four connections says of itself, all of them lent at the same time. */
    private static Map<Integer, String> readOnly(AsyncEngine engine) {
        AtomicInteger held = new AtomicInteger();
        return Flux.range(0, 4)
                .flatMap(i -> engine.read(c -> pid(c).doOnNext(pid -> held.incrementAndGet())
                        .flatMap(pid -> Mono.fromSupplier(held::get)
                                .filter(n -> n == 4)
                                .repeatWhenEmpty(looks -> looks.delayElements(Duration.ofMillis(5)))
                                .then(c.one(sql("select current_setting('default_transaction_read_only') as n")
                                        .map(row -> row.get("n", String.class))))
                                .map(setting -> Map.entry(pid, setting)))))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block(SOON);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000, 10_000})
    void D6_closeEndsEverySessionWithinItsGrace(long graceMillis) {
        AsyncEngine engine = builder(8).build();
        AtomicInteger done = new AtomicInteger();
        Disposable load = Flux.range(0, 64)
                .flatMap(
                        i -> engine.transaction(c -> c.one(
                                        sql("select pg_sleep(0.1)::text as d6").rows()))
                                .doOnSuccess(row -> done.incrementAndGet())
                                .onErrorComplete(),
                        64)
                .subscribe();
        awaitRunning("as d6");
        long start = System.nanoTime();
        run(engine.close(Duration.ofMillis(graceMillis)));
        assertThat(since(start)).isLessThan(Duration.ofMillis(graceMillis + 9_000));
        await(() -> sessions() == 0);
        if (graceMillis == 10_000) {
            assertThat(done).hasValue(64);
        }
        await(load::isDisposed);
    }

    @Test
    void D7_connectionsSpreadOverEventLoops() {
        int size = 8;
        AsyncEngine engine = engine(size);
        Set<String> loops = ConcurrentHashMap.newKeySet();
        AtomicInteger held = new AtomicInteger();
        run(Flux.range(0, size)
                .flatMap(i -> engine.read(c -> pid(c).doOnNext(pid -> {
                            loops.add(Thread.currentThread().getName());
                            held.incrementAndGet();
                        })
                        .then(Mono.fromSupplier(held::get)
                                .filter(n -> n == size)
                                .repeatWhenEmpty(looks -> looks.delayElements(Duration.ofMillis(5))))))
                .then());
        await(() -> engine.pool().idle() == size);
        assertThat(loops)
                .hasSizeGreaterThanOrEqualTo(Math.min(size, Runtime.getRuntime().availableProcessors()));
    }

    @Test
    void D7_aSecondConnectionInsideAScopeIsRefusedAtOnceWhereNoneIsLeft() {
        AsyncEngine engine = engine(2);
        long start = System.nanoTime();
        StepVerifier.create(Flux.range(0, 2)
                        .flatMap(i -> engine.transaction(outer -> outer.one(
                                        sql("select pg_sleep(0.3)::text as s").rows())
                                .then(engine.requiresNew(Scene::pid)))))
                .expectErrorSatisfies(error -> assertThat(Exceptions.unwrapMultiple(error)) // both may fail at once
                        .isNotEmpty()
                        .allMatch(NestedAcquireException.class::isInstance))
                .verify(SOON);
        assertThat(since(start)).as("less than the wait for a connection").isLessThan(Duration.ofSeconds(8));
        isQuiet(engine);
        run(engine.transaction(outer -> engine.requiresNew(Scene::pid)));
    }

    private AsyncEngine through(FaultProxy proxy) {
        return closedAfterwards(AsyncEngine.builder()
                .url(proxy.through(url()))
                .maxSize(1)
                .connectTimeout(Duration.ofSeconds(1))
                .acquireTimeout(Duration.ofSeconds(5))
                .build());
    }
}
