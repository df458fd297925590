package io.fluxalchemy.faults.known;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.DatabaseException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.pool.PoolBuilder;

/** Cancels that race what they cancel, many times. A short form by default; the long ones by system property. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class RaceLoopsIT extends Scene {

    private static final int THREADS = 8;
    private static final long SEED = Long.getLong("fluxalchemy.test.seed", System.nanoTime());

    @Test
    void A2_aCancelThatRacesDeliveryLosesNoConnection() throws Exception {
        int acquires = Integer.getInteger("fluxalchemy.test.acquires", 60_000);
        AsyncEngine engine = engine(3);
        AtomicInteger held = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicLong served = new AtomicLong();
        Mono<Integer> acquire = Mono.defer(() -> engine.read(c -> {
            most.accumulateAndGet(held.incrementAndGet(), Math::max);
            served.incrementAndGet();
            // before the scope hears of its end: afterwards the connection may be another's
            AtomicInteger own = new AtomicInteger(1);
            return Mono.just(1)
                    .doOnTerminate(() -> held.addAndGet(-own.getAndSet(0)))
                    .doOnCancel(() -> held.addAndGet(-own.getAndSet(0)));
        }));
        // where other work leaves callers no time to be served they stay longer, until enough were
        AtomicLong tried = new AtomicLong();
        inThreads(
                acquires / THREADS,
                random -> leave(
                        acquire, random.nextInt(served.get() * 50 < tried.incrementAndGet() ? 3_000_000 : 60_000)));
        assertThat(served.get()).as("seed " + SEED).isBetween(acquires / 100L, (long) acquires);
        assertThat(most.get()).isLessThanOrEqualTo(3);
        isQuiet(engine);
        allCanBeHeld(engine, 3);
    }

    @Test
    void A2_A3_aCancelThatRacesAConnectionBeingOpenedLosesNoPermit() throws Exception {
        int connects = Integer.getInteger("fluxalchemy.test.connects", 4_000);
        Switchable server = new Switchable();
        AsyncEngine engine = over(server, 2);
        server.down = true;
        inThreads(connects / THREADS, random -> {
            if (random.nextInt(500) == 0) {
                server.down = !server.down;
            }
            leave(pid(engine).onErrorComplete(), random.nextInt(1_000_000));
        });
        server.down = false;
        run(engine.pendingCleanup());
        await(() -> engine.pool().acquired() == 0 && engine.pool().pending() == 0);
        allCanBeHeld(engine, 2);
    }

    /** Not one of these connections is ever opened: each ends with the refusal or with its caller's leave, whichever is first. */
    @Test
    void A2_A3_aCancelThatRacesTheRefusalOfAServerThatIsDownLosesNoPermit() throws Exception {
        int connects = Integer.getInteger("fluxalchemy.test.refusals", 8_000);
        Switchable server = new Switchable();
        AsyncEngine engine = over(server, 2);
        server.down = true;
        AtomicLong refused = new AtomicLong();
        inThreads(
                connects / THREADS,
                random -> leave(
                        pid(engine).doOnError(e -> refused.incrementAndGet()).onErrorComplete(),
                        random.nextInt(1_000_000)));
        assertThat(server.dials.get()).as("seed " + SEED).isGreaterThan(connects / 100L);
        assertThat(refused.get()).as("seed " + SEED).isBetween(1L, connects - 1L);
        run(engine.pendingCleanup());
        await(() -> engine.pool().acquired() == 0 && engine.pool().pending() == 0);
        server.down = false;
        allCanBeHeld(engine, 2);
    }

    @Test
    void A3_theResolvedPoolIsOneWithoutTheLeakOfPermits() {
        String location = PoolBuilder.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        String version = location.replaceFirst(".*reactor-pool-", "").replaceFirst("\\.jar$", "");
        int[] parts = List.of(version.split("\\.")).stream()
                .mapToInt(Integer::parseInt)
                .toArray();
        assertThat(parts[0] * 1_000_000 + parts[1] * 1_000 + parts[2])
                .as(version)
                .isGreaterThanOrEqualTo(1_001_009);
    }

    @Test
    void B5_aCancelThatRacesTheEndOfAStatementHitsNoLaterOne() throws Exception {
        int cancels = Integer.getInteger("fluxalchemy.test.cancels", 400);
        AsyncEngine engine = engine(1);
        Random random = new Random(SEED);
        Integer pid = pid(engine).block(SOON);
        int replaced = 0;
        for (int i = 0; i < cancels; i++) {
            leave(engine.one(sql("select pg_sleep(0.002)::text as s").rows()), 1_000_000 + random.nextInt(2_500_000));
            Integer next = pid(engine)
                    .onErrorMap(DatabaseException.class, e -> new AssertionError(e.sqlState() + ", seed " + SEED, e))
                    .block(SOON);
            if (!next.equals(pid)) {
                replaced++;
                pid = next;
            }
        }
        assertThat(replaced).as("connections given up").isLessThanOrEqualTo(cancels / 50);
        isQuiet(engine);
    }

    private interface Attempt {
        void make(Random random);
    }

    private static void inThreads(int each, Attempt attempt)
            throws InterruptedException, ExecutionException, TimeoutException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                Random random = new Random(SEED + t);
                all.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        attempt.make(random);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get(25, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void leave(Mono<?> work, int nanos) {
        Disposable running = work.subscribe(value -> {}, error -> {});
        long start = System.nanoTime();
        if (nanos > 200_000) {
            LockSupport.parkNanos(nanos);
        } else {
            while (System.nanoTime() - start < nanos) {
                Thread.onSpinWait();
            }
        }
        running.dispose();
    }

    /** No permit is gone: as many scopes as the pool is large have a connection at the same time. */
    private static void allCanBeHeld(AsyncEngine engine, int size) {
        AtomicInteger held = new AtomicInteger();
        run(Flux.range(0, size)
                .flatMap(i -> engine.read(c -> pid(c).doOnNext(pid -> held.incrementAndGet())
                        .then(Mono.fromSupplier(held::get)
                                .filter(n -> n == size)
                                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(5))))))
                .then());
    }

    /** A server that can be down: connections to it are refused by the operating system. */
    private static final class Switchable implements ConnectionFactory {

        private final ConnectionFactory up = ConnectionFactories.get(url());
        private final ConnectionFactory refusing =
                ConnectionFactories.get("r2dbc:postgresql://postgres@127.0.0.1:1/no");
        private final AtomicLong dials = new AtomicLong();
        private volatile boolean down;

        @Override
        public Publisher<? extends Connection> create() {
            return Mono.defer(() -> {
                dials.incrementAndGet();
                return Mono.<Connection>from(down ? refusing.create() : up.create());
            });
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return up.getMetadata();
        }
    }
}
