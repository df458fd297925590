package io.fluxalchemy.faults.crash;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.error.TransactionTimeoutException;
import io.fluxalchemy.testkit.faults.QuietCheck;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A server that crashes under load, comes back, or stands still; its processes are this class's own. */
class ServerCrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CALLERS = 16;
    private static final int RESTARTS = Integer.getInteger("crash.restarts", 3);
    private static final Logger[] LOUD = {
        (Logger) LoggerFactory.getLogger("io.r2dbc.postgresql.client"),
        (Logger) LoggerFactory.getLogger("io.fluxalchemy")
    };

    private static final AtomicLong OPS = new AtomicLong();
    private static OwnServer server;

    @BeforeAll
    static void start() throws Exception {
        for (Logger logger : LOUD) {
            logger.setLevel(Level.OFF);
        }
        server = OwnServer.start();
        AsyncEngine engine = AsyncEngine.create(server.url());
        engine.execute(sql("create table op (id bigint primary key)")).block(PATIENCE);
        engine.close().block(PATIENCE);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        for (Logger logger : LOUD) {
            logger.setLevel(null);
        }
    }

    @Test
    void aCrashAndARestartUnderLoadLoseNothingAndNobodyFailsOnceTheServerIsBack() throws Exception {
        for (int i = 0; i < RESTARTS; i++) {
            survive("restart of the server", () -> {
                server.crash();
                Thread.sleep(100);
                server.startAgain();
            });
        }
    }

    @Test
    void aBackendKilledUnderLoadTakesTheServerThroughRecoveryAndTheSameHolds() throws Exception {
        survive("kill -9 of a backend", () -> {
            Long victim = Mono.usingWhen(
                            ConnectionFactories.get(server.url()).create(),
                            c -> Mono.from(c.createStatement("select pg_backend_pid()::bigint")
                                            .execute())
                                    .flatMap(r -> Mono.from(r.map((row, m) -> row.get(0, Long.class))))
                                    .doOnNext(ServerCrashIT::kill),
                            c -> Mono.from(c.close()).onErrorComplete())
                    .block(PATIENCE);
            assertThat(victim).isPositive();
            Thread.sleep(50);
        });
    }

    @Test
    void aBackendThatStandsStillCostsItsConnectionAndNotTheCaller() throws Exception {
        AsyncEngine witness = AsyncEngine.builder().url(server.url()).maxSize(1).build();
        AsyncEngine engine = AsyncEngine.builder()
                .url(server.url() + "?applicationName=still")
                .maxSize(1)
                .build();
        engine.one(sql("select 1").as(Integer.class)).block(PATIENCE);
        AtomicInteger stopped = new AtomicInteger();
        long op = OPS.incrementAndGet();
        long before = System.nanoTime();
        StepVerifier.create(engine.transaction(
                        TransactionOptions.defaults().timeout(Duration.ofSeconds(2)),
                        c -> c.one(sql("select pg_backend_pid()").as(Integer.class))
                                .doOnNext(stopped::set)
                                .then(c.execute(
                                        sql("insert into op (id) values (:id)").bind("id", op)))
                                .then(Mono.fromRunnable(() -> still(stopped.get())))
                                .then(c.one(sql("select 1").as(Integer.class)))))
                .expectError(TransactionTimeoutException.class)
                .verify(PATIENCE);
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        StepVerifier.create(engine.one(sql("select 1").as(Integer.class)))
                .expectNext(1)
                .expectComplete()
                .verify(PATIENCE);
        OwnServer.signal("CONT", stopped.get());
        QuietCheck.of(engine, witness, "still").verify(Duration.ofSeconds(10));
        assertThat(stored()).doesNotContain(op);
        assertThat(took).isLessThan(Duration.ofSeconds(15));
        engine.close().then(witness.close()).block(PATIENCE);
    }

    private static void survive(String what, Disaster disaster) throws Exception {
        AsyncEngine engine = AsyncEngine.builder().url(server.url()).maxSize(8).build();
        Callers callers = new Callers(engine, OPS, CALLERS);
        callers.awaitSuccesses(50);
        long struck = System.nanoTime();
        disaster.strike();
        untilItAnswers();
        long back = System.nanoTime();
        callers.awaitSuccesses(100);
        List<Callers.Call> calls = callers.stop();
        engine.close().block(PATIENCE);

        assertThat(calls).as("calls before").anyMatch(call -> call.error() == null && call.ended() < struck);
        assertThat(calls.stream().filter(call -> call.begun() > back && call.error() != null))
                .as("calls that failed although the server was back")
                .isEmpty();
        long first = calls.stream()
                .filter(call -> call.error() == null && call.begun() > struck && call.ended() > back)
                .mapToLong(Callers.Call::ended)
                .min()
                .orElseThrow();
        Set<Long> stored = stored();
        assertThat(calls.stream().filter(call -> call.error() == null && !stored.contains(call.op())))
                .as("confirmed and not stored")
                .isEmpty();
        assertThat(calls.stream()
                        .filter(call -> call.error() != null && !Callers.isUnknown(call) && stored.contains(call.op())))
                .as("failed and stored")
                .isEmpty();
        System.out.println("crash: " + what + ", server back after " + (back - struck) / 1_000_000
                + " ms, first success of " + CALLERS + " callers " + Math.max(0, (first - back) / 1_000_000)
                + " ms later; " + calls.size() + " calls, "
                + calls.stream().filter(call -> call.error() != null).count() + " failed, of which "
                + calls.stream().filter(Callers::isUnknown).count() + " unknown");
        assertThat(Duration.ofNanos(first - back)).as("first success").isLessThan(Duration.ofSeconds(10));
    }

    private static void untilItAnswers() {
        Mono.usingWhen(
                        Mono.from(ConnectionFactories.get(server.url()).create())
                                .cast(Connection.class),
                        c -> Mono.from(c.createStatement("select 1").execute())
                                .flatMap(r -> Mono.from(r.getRowsUpdated()))
                                .thenReturn(1),
                        c -> Mono.from(c.close()).onErrorComplete())
                .retryWhen(reactor.util.retry.Retry.fixedDelay(2_000, Duration.ofMillis(5)))
                .block(PATIENCE);
    }

    private static Set<Long> stored() {
        AsyncEngine witness = AsyncEngine.create(server.url());
        try {
            return new HashSet<>(Objects.requireNonNull(
                    witness.all(sql("select id from op").as(Long.class)).block(PATIENCE)));
        } finally {
            witness.close().block(PATIENCE);
        }
    }

    private static void kill(long process) {
        signalled("KILL", process);
    }

    private static void still(long process) {
        signalled("STOP", process);
    }

    private static void signalled(String name, long process) {
        try {
            OwnServer.signal(name, process);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Disaster {
        void strike() throws Exception;
    }
}
