package io.fluxalchemy.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.script.ScriptedAdapter;
import io.fluxalchemy.engine.script.ScriptedConnection;
import io.fluxalchemy.engine.script.ScriptedDriver;
import io.fluxalchemy.engine.turn.TurnLimits;
import io.fluxalchemy.error.AcquireTimeoutException;
import io.fluxalchemy.error.EngineClosedException;
import io.fluxalchemy.error.NestedAcquireException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class LenderTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final ScriptedDriver driver = new ScriptedDriver();

    @Test
    void nothingIsOpenedBeforeTheFirstSubscription() {
        Mono<Lease> acquire = lender(1, Duration.ofSeconds(10)).acquire("test", false);

        assertThat(driver.opened()).isZero();
        StepVerifier.create(acquire.flatMap(Lease::giveBack)).expectComplete().verify(SOON);
        assertThat(driver.opened()).isEqualTo(1);
    }

    @Test
    void aConnectionGivenBackIsLentAgain() {
        Lender lender = lender(1, Duration.ofSeconds(10));

        StepVerifier.create(Flux.range(0, 5)
                        .concatMap(i -> lender.acquire("test", false).flatMap(Lease::giveBack)))
                .expectComplete()
                .verify(SOON);
        assertThat(driver.opened()).isEqualTo(1);
    }

    @Test
    void givingBackTwiceDoesNothing() {
        Lender lender = lender(1, Duration.ofSeconds(10));

        StepVerifier.create(
                        lender.acquire("test", false).flatMap(l -> l.giveBack().then(l.giveBack())))
                .expectComplete()
                .verify(SOON);
        StepVerifier.create(lender.acquire("test", false).flatMap(Lease::giveBack))
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void acquireTimesOutAndNamesWhoHolds() {
        Lender lender = lender(1, Duration.ofSeconds(1));
        List<Lease> held = new ArrayList<>();
        StepVerifier.create(lender.acquire("transaction", false).doOnNext(held::add))
                .expectNextCount(1)
                .expectComplete()
                .verify(SOON);

        StepVerifier.create(lender.acquire("read", false))
                .expectErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(AcquireTimeoutException.class)
                        .hasMessageContaining("PT1S")
                        .hasMessageContaining("held by 1 scope(s): [transaction for "))
                .verify(SOON);
        StepVerifier.create(held.get(0)
                        .giveBack()
                        .then(lender.acquire("read", false))
                        .flatMap(Lease::giveBack))
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void aSecondAcquireWhileHoldingFailsAtOnceWhereNoneIsToSpare() {
        Lender lender = lender(2, Duration.ofSeconds(10));

        StepVerifier.create(lender.acquire("outer", false)
                        .flatMap(outer -> lender.acquire("inner", true)
                                .flatMap(inner -> lender.acquire("third", true)
                                        .flatMap(Lease::giveBack)
                                        .onErrorResume(NestedAcquireException.class, e -> Mono.empty())
                                        .then(inner.giveBack()))
                                .then(outer.giveBack())))
                .expectComplete()
                .verify(Duration.ofSeconds(2));
        assertThat(driver.opened()).isEqualTo(2);
    }

    @Test
    void aConnectionThatArrivesAfterTheCancelGoesBack() {
        Sinks.Empty<Void> handshake = Sinks.empty();
        driver.onConnect(c -> handshake.asMono().thenReturn(c));
        Lender lender = lender(1, Duration.ofSeconds(10));
        AtomicInteger delivered = new AtomicInteger();

        Disposable waiting = lender.acquire("test", false).subscribe(l -> delivered.incrementAndGet());
        waiting.dispose();
        handshake.tryEmitEmpty();

        StepVerifier.create(lender.acquire("test", false).flatMap(Lease::giveBack))
                .expectComplete()
                .verify(SOON);
        assertThat(delivered).hasValue(0);
    }

    @Test
    void aBrokenConnectionIsReplaced() {
        Lender lender = lender(1, Duration.ofSeconds(10));

        StepVerifier.create(lender.acquire("test", false)
                        .doOnNext(Lease::markBroken)
                        .flatMap(Lease::giveBack)
                        .then(lender.acquire("test", false))
                        .flatMap(Lease::giveBack))
                .expectComplete()
                .verify(SOON);
        assertThat(driver.opened()).isEqualTo(2);
        assertThat(driver.journal()).contains("1: close");
    }

    @Test
    void aDeadIdleConnectionNeverReachesTheCaller() {
        List<ScriptedConnection> all = new ArrayList<>();
        driver.onConnect(c -> {
            all.add(c);
            return Mono.just(c);
        });
        Lender lender = lender(1, Duration.ofSeconds(10));
        StepVerifier.create(lender.acquire("test", false).flatMap(Lease::giveBack))
                .expectComplete()
                .verify(SOON);

        all.get(0).die();
        StepVerifier.create(Mono.delay(Duration.ofMillis(60))
                        .then(lender.acquire("test", false))
                        .flatMap(Lease::giveBack))
                .expectComplete()
                .verify(SOON);
        assertThat(driver.opened()).isEqualTo(2);
    }

    @Test
    void aTransactionLeftOpenIsRolledBackAndADirtyConnectionReset() {
        Lender lender = lender(1, Duration.ofSeconds(10));

        StepVerifier.create(lender.acquire("test", false).flatMap(lease -> {
                    lease.markDirty();
                    return Mono.from(lease.connection().beginTransaction()).then(lease.giveBack());
                }))
                .expectComplete()
                .verify(SOON);

        assertThat(driver.journal()).containsExactly("1: begin", "1: rollback", "1: reset");
    }

    @Test
    void aConnectionThatCannotBeRolledBackIsDestroyed() {
        driver.fails("rollback", new R2dbcNonTransientResourceException("broken"));
        Lender lender = lender(1, Duration.ofSeconds(10));

        StepVerifier.create(lender.acquire("test", false)
                        .flatMap(lease ->
                                Mono.from(lease.connection().beginTransaction()).then(lease.giveBack()))
                        .then(lender.acquire("test", false))
                        .doOnNext(lease -> assertThat(driver.opened()).isEqualTo(2))
                        .flatMap(Lease::giveBack))
                .expectComplete()
                .verify(SOON);
        assertThat(driver.journal()).contains("1: close");
    }

    @Test
    void closeWaitsForWhatRunsAndRefusesTheRest() {
        Lender lender = lender(1, Duration.ofSeconds(10));
        List<Lease> held = new ArrayList<>();
        StepVerifier.create(lender.acquire("test", false).doOnNext(held::add))
                .expectNextCount(1)
                .verifyComplete();

        StepVerifier.create(lender.close(Duration.ofSeconds(5)))
                .then(() -> StepVerifier.create(lender.acquire("late", false))
                        .expectError(EngineClosedException.class)
                        .verify(SOON))
                .then(() -> held.get(0).giveBack().subscribe())
                .expectComplete()
                .verify(SOON);
        assertThat(driver.journal()).containsExactly("1: close");
    }

    @Test
    void closeTakesTheConnectionAwayWhenTheGraceIsOver() {
        Lender lender = lender(1, Duration.ofSeconds(10));
        StepVerifier.create(lender.acquire("test", false)).expectNextCount(1).verifyComplete();

        StepVerifier.create(lender.close(Duration.ofMillis(50)))
                .expectComplete()
                .verify(SOON);
        assertThat(driver.journal()).contains("1: close");
    }

    @Test
    void tenThousandAcquiresCancelledAtRandomLeakNothing() {
        Lender lender = lender(2, Duration.ofSeconds(10));

        StepVerifier.create(Flux.range(0, 10_000)
                        .flatMap(
                                i -> Mono.usingWhen(
                                                lender.acquire("test", false),
                                                lease -> Mono.delay(Duration.ofNanos(i % 7 * 100_000L)),
                                                Lease::giveBack,
                                                (lease, e) -> lease.giveBack(),
                                                Lease::giveBack)
                                        .timeout(
                                                Duration.ofNanos(1 + i % 11 * 150_000L),
                                                Mono.empty(),
                                                Schedulers.parallel()),
                                64)
                        .then(Mono.delay(Duration.ofMillis(200))))
                .expectNextCount(1)
                .expectComplete()
                .verify(Duration.ofSeconds(60));

        assertThat(lender.metrics().get(0).acquiredSize()).isZero();
        assertThat(lender.metrics().get(0).pendingAcquireSize()).isZero();
        assertThat(lender.holders()).isEmpty();
        StepVerifier.create(Flux.merge(lender.acquire("a", true), lender.acquire("b", true))
                        .flatMap(Lease::giveBack))
                .expectComplete()
                .verify(SOON);
    }

    private Lender lender(int maxSize, Duration acquireTimeout) {
        PoolSettings settings = new PoolSettings(
                maxSize,
                0,
                acquireTimeout,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                Duration.ofMillis(40),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                false);
        return Lender.pooling(driver, new ScriptedAdapter(), settings, TurnLimits.DEFAULTS, e -> e);
    }
}
