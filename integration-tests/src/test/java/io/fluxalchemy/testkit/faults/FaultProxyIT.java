package io.fluxalchemy.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.testkit.database.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The proxy does to a plain driver what the tests of the engine rely on. */
class FaultProxyIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String INSERT = "insert into t values (1)";

    private FaultProxy proxy;
    private String url;

    @BeforeEach
    void open() {
        run(DATABASE.url(), "drop table if exists t; create table t (a int)").block(PATIENCE);
        proxy = FaultProxy.before(DATABASE.url());
        url = proxy.through(DATABASE.url());
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void whatIsSentThroughArrives() {
        run(url, INSERT).block(PATIENCE);
        assertThat(rows()).isOne();
        assertThat(proxy.injuries()).isZero();
    }

    @Test
    void aLostAnswerToCommitIsAnErrorAndTheRowIsStored() {
        proxy.whenSent("COMMIT", Injury.RESET);
        StepVerifier.create(insertAndCommit()).expectError(R2dbcException.class).verify(PATIENCE);
        assertThat(proxy.injuries()).isOne();
        assertThat(rows()).isOne();
    }

    @Test
    void aCommitThatDoesNotArriveIsAnErrorAndNothingIsStored() {
        proxy.insteadOf("commit", Injury.RESET);
        StepVerifier.create(insertAndCommit()).expectError(R2dbcException.class).verify(PATIENCE);
        assertThat(rows()).isZero();
    }

    @Test
    void anEndOfTheServersSideIsAnError() {
        proxy.whenSent("COMMIT", Injury.HALF_CLOSE);
        StepVerifier.create(insertAndCommit()).expectError(R2dbcException.class).verify(PATIENCE);
        assertThat(rows()).isOne();
    }

    @Test
    void aBlackHoleSaysNothingUntilItIsHealed() {
        proxy.whenSent("COMMIT", Injury.BLACK_HOLE);
        AtomicBoolean over = new AtomicBoolean();
        Mono<Void> insert = insertAndCommit().doOnTerminate(() -> over.set(true));
        StepVerifier.create(insert)
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(200))
                .then(() -> {
                    assertThat(over).isFalse();
                    proxy.heal();
                })
                .expectComplete()
                .verify(PATIENCE);
        assertThat(rows()).isOne();
    }

    @Test
    void newLinksVanishInABlackHoleToo() {
        proxy.now(Injury.BLACK_HOLE);
        StepVerifier.create(run(url, INSERT).timeout(Duration.ofMillis(200)))
                .expectError(TimeoutException.class)
                .verify(PATIENCE);
    }

    @Test
    void aRowOnItsWayHurtsTheLinkBeforeItArrives() {
        proxy.whenAnswered("row 500", Injury.RESET);
        AtomicInteger seen = new AtomicInteger();
        StepVerifier.create(read().doOnNext(row -> seen.incrementAndGet()).then())
                .expectError(R2dbcException.class)
                .verify(PATIENCE);
        assertThat(seen.get()).isLessThan(500);
    }

    @Test
    void soManyBytesPassAndNoMore() {
        proxy.afterBytes(2_000, Injury.RESET);
        StepVerifier.create(read().then()).expectError(R2dbcException.class).verify(PATIENCE);
    }

    @Test
    void oneByteAtATimeOrLateEverythingArrives() {
        proxy.slice();
        StepVerifier.create(read().count()).expectNext(1_000L).expectComplete().verify(PATIENCE);
        proxy.heal();
        proxy.delay(Duration.ofMillis(20));
        long before = System.nanoTime();
        StepVerifier.create(read().count()).expectNext(1_000L).expectComplete().verify(PATIENCE);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(60));
    }

    @Test
    void anActionRunsOnceWhileTheAnswerIsAwaited() {
        AtomicInteger actions = new AtomicInteger();
        AtomicBoolean answered = new AtomicBoolean();
        AtomicBoolean answeredTooEarly = new AtomicBoolean();
        proxy.whileWaiting("commit", () -> {
            actions.incrementAndGet();
            ProxyLink.pause(100);
            answeredTooEarly.set(answered.get());
        });
        insertAndCommit().doOnTerminate(() -> answered.set(true)).block(PATIENCE);
        insertAndCommit().block(PATIENCE);
        assertThat(actions).hasValue(1);
        assertThat(answeredTooEarly).isFalse();
    }

    @Test
    void anActionRunsAtTheNthPiece() {
        AtomicInteger actions = new AtomicInteger();
        proxy.atPiece(3, actions::incrementAndGet);
        run(url, INSERT).block(PATIENCE);
        assertThat(actions).hasValue(1);
    }

    @Test
    void aTextAcrossTwoReadsIsSeen() {
        Piece first = Piece.first("…COM".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), 4);
        Piece second = first.next("mit…".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), 4);
        assertThat(first.holds("COMMIT")).isFalse();
        assertThat(second.holds("COMMIT")).isTrue();
        assertThat(second.next(new byte[] {'x'}, 1).holds("COMMIT"))
                .as("seen once")
                .isFalse();
    }

    @Test
    void aServerThatIsDownRefusesAndTheProxyLivesOn() throws Exception {
        int free;
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (FaultProxy toNowhere = FaultProxy.before("r2dbc:postgresql://postgres@localhost:" + free + "/x")) {
            for (int i = 0; i < 2; i++) {
                StepVerifier.create(run(
                                toNowhere.through("r2dbc:postgresql://postgres@localhost:" + free + "/x"), "select 1"))
                        .expectError()
                        .verify(PATIENCE);
            }
        }
    }

    private Mono<Void> insertAndCommit() {
        return Mono.usingWhen(
                ConnectionFactories.get(url).create(),
                c -> Mono.from(c.beginTransaction())
                        .then(Mono.from(c.createStatement(INSERT).execute())
                                .flatMap(r -> Mono.from(r.getRowsUpdated())))
                        .then(Mono.from(c.commitTransaction())),
                c -> Mono.from(c.close()).onErrorComplete());
    }

    private Flux<String> read() {
        return Flux.usingWhen(
                ConnectionFactories.get(url).create(),
                c -> Flux.from(c.createStatement("select 'row ' || i from generate_series(1, 1000) i")
                                .execute())
                        .concatMap(r -> r.map((row, m) -> row.get(0, String.class))),
                c -> Mono.from(c.close()).onErrorComplete());
    }

    private static long rows() {
        Long count = Mono.usingWhen(
                        ConnectionFactories.get(DATABASE.url()).create(),
                        c -> Mono.from(c.createStatement("select count(*) from t")
                                        .execute())
                                .flatMap(r -> Mono.from(r.map((row, m) -> row.get(0, Long.class)))),
                        Connection::close)
                .block(PATIENCE);
        return count == null ? -1 : count;
    }

    private static Mono<Void> run(String url, String sql) {
        return Flux.usingWhen(
                        ConnectionFactories.get(url).create(),
                        c -> Flux.from(c.createStatement(sql).execute()).concatMap(r -> r.getRowsUpdated()),
                        Connection::close)
                .then();
    }
}
