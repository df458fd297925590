package io.fluxalchemy.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.script.ScriptedAdapter;
import io.fluxalchemy.engine.script.ScriptedConnection;
import io.fluxalchemy.engine.script.ScriptedDriver;
import io.fluxalchemy.engine.turn.TurnLimits;
import io.fluxalchemy.error.AcquireTimeoutException;
import io.fluxalchemy.error.ConnectTimeoutException;
import io.fluxalchemy.error.ConnectionLostException;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.EngineClosedException;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.error.ValidationTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Connections that cannot be opened, in virtual time. */
class RedialTest {

    private static final Duration BOUND = Duration.ofSeconds(10);

    private final ScriptedDriver driver = new ScriptedDriver();
    private final AtomicReference<Supplier<Mono<ScriptedConnection>>> server = new AtomicReference<>();
    private final AtomicInteger dials = new AtomicInteger();
    private VirtualTimeScheduler time;
    private Lender lender;

    @BeforeEach
    void turnTheClock() {
        time = VirtualTimeScheduler.getOrSet();
        driver.onConnect(connection -> {
            dials.incrementAndGet();
            Supplier<Mono<ScriptedConnection>> down = server.get();
            return down == null ? Mono.just(connection) : down.get();
        });
        lender = lender(BOUND);
    }

    private Lender lender(Duration acquireTimeout) {
        PoolSettings settings = new PoolSettings(
                4,
                0,
                acquireTimeout,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                false);
        return Lender.pooling(driver, new ScriptedAdapter(), settings, TurnLimits.DEFAULTS, error -> error);
    }

    @AfterEach
    void giveTheClockBack() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void aServerThatWasReachedAndRefusesIsWaitedForUntilItIsBack() {
        reach();
        refusing(ErrorKind.CONNECTION_LOST, null);
        StepVerifier.create(acquire())
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(6)))
                .then(() -> server.set(null))
                .then(() -> time.advanceTimeBy(Duration.ofMillis(600)))
                .expectComplete()
                .verify(BOUND);
    }

    @Test
    void withinTheBoundOfTheAcquireWhoseErrorKeepsTheLastCause() {
        reach();
        Throwable last = refusing(ErrorKind.CONNECTION_LOST, null);
        StepVerifier.create(acquire())
                .then(() -> time.advanceTimeBy(BOUND.minusMillis(1)))
                .then(() -> assertThat(dials.get()).isBetween(15, 60))
                .then(() -> time.advanceTimeBy(Duration.ofMillis(50)))
                .expectErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(AcquireTimeoutException.class)
                        .hasMessageContaining("could be opened within PT10S")
                        .hasMessageContaining("connection lost")
                        .hasCause(last))
                .verify(BOUND);
    }

    @Test
    void aServerThatWasNeverReachedIsAWrongUrlAndFailsAtOnce() {
        refusing(ErrorKind.CONNECTION_LOST, null);
        StepVerifier.create(acquire())
                .expectError(ConnectionLostException.class)
                .verify(BOUND);
        refusing(ErrorKind.CONNECTION_LOST, "08001");
        StepVerifier.create(acquire())
                .expectError(ConnectionLostException.class)
                .verify(BOUND);
        assertThat(dials).hasValue(2);
    }

    @Test
    void oneThatSaysItStartsOrHasNoPlaceLeftIsWaitedForEvenSo() {
        for (ErrorKind kind : List.of(ErrorKind.CONNECTION_LOST, ErrorKind.RESOURCES_EXHAUSTED)) {
            refusing(kind, kind == ErrorKind.CONNECTION_LOST ? "57P03" : "53300");
            StepVerifier.create(acquire())
                    .then(() -> time.advanceTimeBy(Duration.ofSeconds(2)))
                    .then(() -> server.set(null))
                    .then(() -> time.advanceTimeBy(Duration.ofMillis(600)))
                    .expectComplete()
                    .verify(BOUND);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorKind.class,
            names = {"AUTHENTICATION_FAILED", "UNDEFINED_OBJECT", "TLS_REFUSED", "PERMISSION_DENIED", "OTHER"})
    void aDefiniteRefusalIsNeverTriedAgain(ErrorKind kind) {
        reach();
        Throwable refusal = refusing(kind, "28P01");
        StepVerifier.create(acquire()).expectErrorMatches(refusal::equals).verify(BOUND);
        assertThat(dials).hasValue(1);
    }

    @Test
    void manyWhoWaitTroubleTheServerAsOneWould() {
        reach();
        refusing(ErrorKind.CONNECTION_LOST, null);
        AtomicInteger served = new AtomicInteger();
        Disposable callers = Flux.range(0, 1_000)
                .flatMap(i -> acquire().doOnSuccess(done -> served.incrementAndGet()), 1_000)
                .subscribe();
        time.advanceTimeBy(Duration.ofSeconds(6));
        assertThat(dials.get()).isLessThan(50);
        server.set(null);
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(served).hasValue(1_000);
        assertThat(callers.isDisposed()).isTrue();
    }

    @Test
    void aConnectionThatComesBackServesThoseWhoWaitForTheServer() {
        Lease held = lender.acquire("holder", false).block();
        refusing(ErrorKind.RESOURCES_EXHAUSTED, "53300");
        AtomicInteger served = new AtomicInteger();
        Disposable caller = acquire().subscribe(nothing -> {}, e -> {}, served::incrementAndGet);
        time.advanceTimeBy(Duration.ofSeconds(2));
        assertThat(served).hasValue(0);
        held.giveBack().subscribe();
        time.advanceTimeBy(Duration.ofMillis(25));
        assertThat(served).hasValue(1);
        caller.dispose();
    }

    @Test
    void whoeverLeavesMeanwhileIsGoneAtOnce() {
        reach();
        refusing(ErrorKind.CONNECTION_LOST, null);
        Disposable caller = lender.acquire("test", false).subscribe();
        time.advanceTimeBy(Duration.ofSeconds(2));
        caller.dispose();
        int before = dials.get();
        time.advanceTimeBy(Duration.ofSeconds(20));
        assertThat(dials).hasValue(before);
        server.set(null);
        StepVerifier.create(acquire()).expectComplete().verify(BOUND);
    }

    @Test
    void whoeverLeavesWhileItTriesForAllLetsAnotherTry() {
        reach();
        refusing(ErrorKind.CONNECTION_LOST, null);
        Disposable first = lender.acquire("test", false).subscribe();
        server.set(Mono::never);
        time.advanceTimeBy(Duration.ofMillis(100));
        AtomicInteger served = new AtomicInteger();
        Disposable second = acquire().subscribe(nothing -> {}, e -> {}, served::incrementAndGet);
        first.dispose();
        server.set(null);
        time.advanceTimeBy(Duration.ofSeconds(6));
        assertThat(served).hasValue(1);
        second.dispose();
    }

    @Test
    void anAttemptThatIsNotAnsweredEndsWithItsOwnBound() {
        server.set(Mono::never);
        StepVerifier.create(acquire())
                .then(() -> time.advanceTimeBy(Duration.ofMillis(4_999)))
                .then(() -> assertThat(dials).hasValue(1))
                .then(() -> time.advanceTimeBy(Duration.ofMillis(1)))
                .expectErrorSatisfies(e -> assertThat(e)
                        .isExactlyInstanceOf(ConnectTimeoutException.class)
                        .hasMessage("no connection was opened within PT5S"))
                .verify(BOUND);
    }

    @Test
    void idleConnectionsThatGiveNoSignOfLifeAreTheCauseWhereNoneIsFoundInTime() {
        Lender slow = lender(Duration.ofMillis(2_500));
        slow.acquire("test", false).flatMap(Lease::giveBack).block();
        driver.on("validate", c -> Mono.never());
        time.advanceTimeBy(Duration.ofSeconds(6));
        server.set(Mono::never);
        StepVerifier.create(slow.acquire("test", false))
                .then(() -> time.advanceTimeBy(Duration.ofMillis(2_600)))
                .expectErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(AcquireTimeoutException.class)
                        .hasMessageContaining("an idle connection gave no sign of life within PT1S")
                        .hasCauseInstanceOf(ValidationTimeoutException.class))
                .verify(BOUND);
    }

    @Test
    void aCloseRefusesThoseWhoWaitForAServerThatIsNotThere() {
        reach();
        refusing(ErrorKind.CONNECTION_LOST, null);
        AtomicReference<Throwable> told = new AtomicReference<>();
        Disposable caller = acquire().subscribe(nothing -> {}, told::set);
        time.advanceTimeBy(Duration.ofSeconds(2));
        AtomicBoolean closed = new AtomicBoolean();
        Disposable closing =
                lender.close(Duration.ofSeconds(8)).subscribe(nothing -> {}, e -> {}, () -> closed.set(true));
        time.advanceTimeBy(Duration.ofMillis(25));
        assertThat(told.get()).isInstanceOf(EngineClosedException.class);
        assertThat(closed).as("close waits for nobody").isTrue();
        caller.dispose();
        closing.dispose();
    }

    @Test
    void aCloseRefusesThoseWhoStillQueueWhenItsGraceIsOver() {
        List<Lease> held = List.of(borrowed(), borrowed(), borrowed(), borrowed());
        AtomicReference<Throwable> told = new AtomicReference<>();
        Disposable caller = acquire().subscribe(nothing -> {}, told::set);
        Disposable closing = lender.close(Duration.ofSeconds(3)).subscribe();
        time.advanceTimeBy(Duration.ofMillis(2_999));
        assertThat(told.get()).isNull();
        time.advanceTimeBy(Duration.ofSeconds(2));
        assertThat(told.get()).isInstanceOf(EngineClosedException.class);
        assertThat(held).allMatch(Lease::isBroken);
        caller.dispose();
        closing.dispose();
    }

    @Test
    void aReplacementThatArrivesAfterItsScopeHasEndedGoesBackUnused() {
        Lease lease = borrowed();
        Sinks.Empty<Void> handshake = Sinks.empty();
        driver.onConnect(c -> handshake.asMono().thenReturn(c));
        Disposable renewing = lease.renew(BOUND.toNanos()).subscribe();
        lease.giveBack().block();
        handshake.tryEmitEmpty();
        assertThat(renewing.isDisposed()).isTrue();
        assertThat(lender.metrics().get(0).acquiredSize()).isZero();
        assertThat(lender.metrics().get(0).idleSize()).isOne();
        assertThat(lender.holders()).isEmpty();
    }

    @Test
    void aReplacementForAConnectionThatWasGivenUpIsNotUsedEither() {
        Lease lease = borrowed();
        Sinks.Empty<Void> handshake = Sinks.empty();
        driver.onConnect(c -> handshake.asMono().thenReturn(c));
        Disposable renewing = lease.renew(BOUND.toNanos()).subscribe();
        lease.abandon();
        handshake.tryEmitEmpty();
        assertThat(renewing.isDisposed()).isTrue();
        assertThat(lease.isBroken()).isTrue();
        lease.giveBack().block();
        assertThat(driver.journal()).contains("2: close");
        assertThat(lender.metrics().get(0).allocatedSize()).isZero();
    }

    private Lease borrowed() {
        return lender.acquire("test", false).block();
    }

    private Mono<Void> acquire() {
        return lender.acquire("test", false).flatMap(Lease::giveBack);
    }

    /** The server has answered once; nothing is left of it in the pool. */
    private void reach() {
        lender.acquire("test", false)
                .flatMap(lease -> {
                    lease.markBroken();
                    return lease.giveBack();
                })
                .block();
        dials.set(0);
    }

    private Throwable refusing(ErrorKind kind, String sqlState) {
        DatabaseException refusal = DatabaseException.of(kind, sqlState, 0, null, new IllegalStateException("refused"));
        server.set(() -> Mono.error(refusal));
        return refusal;
    }
}
