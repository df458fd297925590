package io.fluxalchemy.engine;

import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.script.ScriptedDriver;
import io.fluxalchemy.error.AcquireTimeoutException;
import io.fluxalchemy.error.CommitOutcomeUnknownException;
import io.fluxalchemy.error.ConnectTimeoutException;
import io.fluxalchemy.error.ConnectionLostException;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.error.SerializationFailureException;
import io.fluxalchemy.error.TransactionDoomedException;
import io.fluxalchemy.error.TransactionTimeoutException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcRollbackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * Everything the engine waits for has a bound. A driver that never answers, in virtual time: a wait ends when its bound is over and
 * not before. The defaults are 10 seconds for an acquire, 5 to connect and for clean-up, 1 for a sign of life.
 */
class BoundsTest {

    private static final Duration JUST = Duration.ofMillis(50);

    private final ScriptedDriver driver = new ScriptedDriver();
    private final List<Outcome> outcomes = new ArrayList<>();
    private VirtualTimeScheduler time;
    private AsyncEngine engine;

    @BeforeEach
    void turnTheClock() {
        time = VirtualTimeScheduler.getOrSet();
        engine = AsyncEngine.builder()
                .connectionFactory(driver)
                .maxSize(1)
                .listener(new EngineListener() {
                    @Override
                    public void onTransaction(TransactionEvent event) {
                        if (event.outcome() != null) {
                            outcomes.add(event.outcome());
                        }
                    }
                })
                .build();
    }

    @AfterEach
    void allIsGivenBack() {
        try {
            driver.forgetAll();
            Caller next = call(() -> engine.pendingCleanup().then(write()));
            time.advanceTimeBy(Duration.ofSeconds(10));
            assertThat(next.values).isEqualTo(1);
            assertThat(engine.pool().acquired()).isZero();
            assertThat(engine.pool().holders()).isEmpty();
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void theWaitForAConnectionThatIsInUse() {
        driver.on("slow", c -> Mono.never()).on("cancel", c -> Mono.empty());
        Caller holder = call(() -> engine.execute(sql("slow")));
        endsAfter(Duration.ofSeconds(10), AcquireTimeoutException.class, this::write);
        holder.leave();
        time.advanceTimeBy(Duration.ofSeconds(2));
    }

    @Test
    void theWaitForAConnectionToBeOpened() {
        driver.onConnect(c -> Mono.never());
        endsAfter(Duration.ofSeconds(5), ConnectTimeoutException.class, this::write);
        driver.onConnect(Mono::just);
        call(this::write);
        driver.onConnect(c -> Mono.never()).fails("write", new R2dbcNonTransientResourceException("closed", "08006"));
        call(this::write);
        driver.forgetAll();
        Caller caller = call(this::write);
        time.advanceTimeBy(Duration.ofMillis(9_999));
        assertThat(caller.isOver()).isFalse();
        time.advanceTimeBy(JUST);
        assertThat(caller.error)
                .isInstanceOf(AcquireTimeoutException.class)
                .hasMessageContaining("no connection was opened within PT5S")
                .hasCauseInstanceOf(ConnectTimeoutException.class);
        driver.onConnect(Mono::just);
    }

    @Test
    void aConnectionThatReplacesOneLostWithItsBeginIsWaitedForAsLongAsTheFirstHasLeftOfTheBound() {
        driver.onConnect(
                        c -> c.number() == 1 ? Mono.delay(Duration.ofSeconds(4)).thenReturn(c) : Mono.never())
                .on("start transaction", c -> Mono.error(new R2dbcNonTransientResourceException("closed", "08006")));
        endsAfter(Duration.ofSeconds(10), ConnectionLostException.class, this::write);
        assertThat(driver.opened()).isGreaterThan(1);
        assertThat(outcomes).containsExactly(Outcome.ROLLED_BACK);
        driver.onConnect(Mono::just);
    }

    @Test
    void theWaitForASignOfLife() {
        call(this::write);
        time.advanceTimeBy(Duration.ofSeconds(6));
        driver.on("validate", c -> Mono.never());
        Caller caller = call(this::write);
        time.advanceTimeBy(Duration.ofMillis(999));
        assertThat(caller.isOver()).isFalse();
        time.advanceTimeBy(JUST);
        assertThat(caller.values).isEqualTo(1);
        assertThat(driver.opened()).isEqualTo(2);
    }

    @Test
    void theWaitForBeginAfterWhichAnotherConnectionIsTaken() {
        AtomicInteger begins = new AtomicInteger();
        driver.on("start transaction", c -> begins.incrementAndGet() == 1 ? Mono.never() : Mono.empty());
        Caller caller = call(this::write);
        time.advanceTimeBy(Duration.ofMillis(4_999));
        assertThat(driver.journal()).containsExactly("1: start transaction");
        time.advanceTimeBy(JUST);
        assertThat(caller.values).isEqualTo(1);
        assertThat(driver.journal())
                .contains("1: close", "2: write", "2: commit")
                .doesNotContain("1: write");
        assertThat(outcomes).containsExactly(Outcome.COMMITTED);
    }

    @Test
    void aBeginThatIsNeverAnsweredEndsWithTheBoundOfAnAcquireAndIsNamed() {
        driver.on("start transaction", c -> Mono.never());
        Caller caller = call(this::write);
        time.advanceTimeBy(Duration.ofSeconds(14));
        assertThat(caller.isOver()).isFalse();
        time.advanceTimeBy(Duration.ofSeconds(2));
        assertThat(caller.error)
                .isInstanceOf(ConnectionLostException.class)
                .cause()
                .hasMessageContaining("start transaction was not answered within PT5S");
        assertThat(((ConnectionLostException) caller.error).sql()).isEqualTo("start transaction");
        assertThat(driver.opened()).isBetween(2, 4);
        assertThat(outcomes).containsExactly(Outcome.ROLLED_BACK);
    }

    @Test
    void aReadThatTravelledWithABeginThatIsNotAnsweredIsReadAgain() {
        AtomicInteger begins = new AtomicInteger();
        driver.keepsOrder(true)
                .on("start transaction", c -> begins.incrementAndGet() == 1 ? Mono.never() : Mono.empty())
                .on("select", c -> begins.get() == 1 ? Mono.never() : Mono.empty());
        Caller caller = call(() -> engine.transaction(c -> c.all(select(value(1)))));
        time.advanceTimeBy(Duration.ofSeconds(5).plus(JUST));
        assertThat(caller.values).isEqualTo(1);
        assertThat(driver.journal()).contains("1: close", "2: commit");
    }

    @Test
    void theWaitForSavepoints() {
        for (String text : List.of("savepoint", "release savepoint")) {
            outcomes.clear();
            driver.forgetAll();
            driver.journal().clear();
            driver.on(text, c -> Mono.never());
            endsAfter(
                    Duration.ofSeconds(5),
                    ConnectionLostException.class,
                    () -> engine.transaction(c -> c.nested(n -> n.execute(sql("write")))));
            assertThat(outcomes).as(text).containsExactly(Outcome.ROLLED_BACK);
            assertThat(driver.journal()).as(text).noneMatch(entry -> entry.endsWith(": commit"));
        }
    }

    @Test
    void theWaitForARollbackToASavepoint() {
        driver.on("rollback to", c -> Mono.never());
        endsAfter(
                Duration.ofSeconds(5),
                IllegalStateException.class,
                () -> engine.transaction(c ->
                        c.nested(n -> n.execute(sql("write")).then(Mono.error(new IllegalStateException("mine"))))));
        assertThat(outcomes).containsExactly(Outcome.ROLLED_BACK);
    }

    @Test
    void aBodyThatSwallowsALostLinkIsNotCommitted() {
        driver.fails("write", new R2dbcNonTransientResourceException("closed", "08006"));
        Caller caller = call(() -> engine.transaction(
                c -> c.execute(sql("write")).onErrorComplete().thenReturn("done")));
        time.advanceTimeBy(JUST);
        assertThat(caller.error)
                .isInstanceOf(TransactionDoomedException.class)
                .hasCauseInstanceOf(ConnectionLostException.class);
        assertThat(driver.journal()).doesNotContain("1: commit");
        assertThat(outcomes).containsExactly(Outcome.ROLLED_BACK);
    }

    @Test
    void theWaitForCommit() {
        driver.on("commit", c -> Mono.never());
        endsAfter(Duration.ofMinutes(1), CommitOutcomeUnknownException.class, this::write);
        endsAfter(
                Duration.ofSeconds(3 + 5),
                CommitOutcomeUnknownException.class,
                () -> engine.transaction(
                        TransactionOptions.defaults().timeout(Duration.ofSeconds(3)), c -> c.execute(sql("write"))));
        assertThat(outcomes).containsExactly(Outcome.UNKNOWN, Outcome.UNKNOWN);
    }

    @Test
    void theWaitForRollback() {
        driver.on("rollback", c -> Mono.never());
        endsAfter(
                Duration.ofSeconds(5),
                IllegalStateException.class,
                () -> engine.transaction(
                        c -> c.execute(sql("write")).then(Mono.error(new IllegalStateException("mine")))));
        assertThat(outcomes).containsExactly(Outcome.ROLLED_BACK);
    }

    @Test
    void theWaitForAReset() {
        driver.on("reset", c -> Mono.never());
        Caller caller = call(this::write);
        time.advanceTimeBy(Duration.ofMillis(4_999));
        assertThat(caller.isOver()).isFalse();
        time.advanceTimeBy(JUST);
        assertThat(caller.values).isEqualTo(1);
        assertThat(driver.journal()).contains("1: close");
    }

    @Test
    void theDeadlineOfATransaction() {
        driver.on("slow", c -> Mono.never()).on("cancel", c -> Mono.empty());
        Caller caller = call(() -> engine.transaction(
                TransactionOptions.defaults().timeout(Duration.ofSeconds(3)), c -> c.execute(sql("slow"))));
        time.advanceTimeBy(Duration.ofMillis(2_999));
        assertThat(driver.journal()).doesNotContain("1: cancel");
        // the statement ignores its cancel for a second
        time.advanceTimeBy(Duration.ofMillis(1_101));
        assertThat(caller.error).isInstanceOf(TransactionTimeoutException.class);
        assertThat(driver.journal()).contains("1: cancel", "1: close");
    }

    @Test
    void theDeadlineOfValuesEndsWhatStillMakesThem() {
        TransactionOptions bounded = TransactionOptions.defaults().timeout(Duration.ofSeconds(3));
        AtomicInteger made = new AtomicInteger();
        Flux<Integer> ticks = Flux.interval(Duration.ofSeconds(1))
                .map(tick -> made.incrementAndGet())
                .hide();
        for (Supplier<Mono<?>> work : List.<Supplier<Mono<?>>>of(
                () -> engine.readMany(bounded, c -> ticks).then(),
                () -> engine.streamTentative(bounded, c -> ticks).then(),
                () -> engine.transactionMany(bounded, c -> ticks).then(),
                () -> engine.transaction(
                        c -> engine.streamTentative(bounded, joined -> ticks).then()))) {
            made.set(0);
            endsAfter(Duration.ofSeconds(3), TransactionTimeoutException.class, work);
            int sofar = made.get();
            time.advanceTimeBy(Duration.ofSeconds(10));
            assertThat(made).as("made behind the deadline").hasValue(sofar);
            assertThat(sofar).isPositive();
        }
    }

    @Test
    void theDeadlineSpansAllAttempts() {
        AtomicInteger attempts = new AtomicInteger();
        driver.on("write", c -> {
                    R2dbcRollbackException conflict = new R2dbcRollbackException("again", "40001");
                    attempts.incrementAndGet();
                    return Mono.<Long>error(conflict).delaySubscription(Duration.ofMillis(900));
                })
                .on("cancel", c -> Mono.empty());
        Caller caller = call(() -> engine.transaction(
                TransactionOptions.defaults().timeout(Duration.ofSeconds(2)).retry(100), c -> c.execute(sql("write"))));
        time.advanceTimeBy(Duration.ofMillis(1_999));
        assertThat(caller.isOver()).isFalse();
        time.advanceTimeBy(Duration.ofMillis(1_200));
        assertThat(caller.error).isInstanceOf(TransactionTimeoutException.class);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void thePausesBetweenAttempts() {
        AtomicInteger attempts = new AtomicInteger();
        driver.on("write", c -> {
            attempts.incrementAndGet();
            return Mono.error(new R2dbcRollbackException("again", "40001"));
        });
        int pauses = 0;
        for (int i = 0; i < 20; i++) { // a pause may be none: it is chance from nothing to its bound
            attempts.set(0);
            Caller caller = call(
                    () -> engine.transaction(TransactionOptions.defaults().retry(4), c -> c.execute(sql("write"))));
            pauses += attempts.get() == 1 ? 1 : 0;
            time.advanceTimeBy(Duration.ofMillis(20));
            assertThat(attempts.get()).isGreaterThanOrEqualTo(2);
            time.advanceTimeBy(Duration.ofMillis(40));
            assertThat(attempts.get()).isGreaterThanOrEqualTo(3);
            time.advanceTimeBy(Duration.ofMillis(80));
            assertThat(attempts).hasValue(4);
            assertThat(caller.error).isInstanceOf(SerializationFailureException.class);
        }
        assertThat(pauses).isPositive();
    }

    private Mono<Long> write() {
        return engine.transaction(c -> c.execute(sql("write")));
    }

    private void endsAfter(Duration bound, Class<? extends Throwable> error, Supplier<Mono<?>> work) {
        Caller caller = call(work);
        time.advanceTimeBy(bound.minusMillis(1));
        assertThat(caller.isOver()).isFalse();
        time.advanceTimeBy(JUST);
        assertThat(caller.error).isInstanceOf(error);
    }

    private Caller call(Supplier<? extends Mono<?>> work) {
        Caller caller = new Caller();
        caller.subscription = work.get().subscribe(value -> caller.values++, e -> caller.error = e);
        time.advanceTime();
        return caller;
    }

    private static final class Caller {

        private int values;
        private Throwable error;
        private Disposable subscription;

        boolean isOver() {
            return subscription.isDisposed();
        }

        void leave() {
            subscription.dispose();
        }
    }
}
