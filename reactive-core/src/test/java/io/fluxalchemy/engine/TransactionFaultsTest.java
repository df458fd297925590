package io.fluxalchemy.engine;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.script.ScriptedDriver;
import io.fluxalchemy.error.CommitOutcomeUnknownException;
import io.fluxalchemy.error.ConnectionLostException;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.error.SerializationFailureException;
import io.fluxalchemy.error.TransactionAbortedException;
import io.fluxalchemy.error.UniqueViolationException;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcRollbackException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Every phase of a transaction, failed, cut or cancelled by a driver whose answers are written here. A pool of one. */
class TransactionFaultsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final R2dbcNonTransientResourceException LINK_LOST =
            new R2dbcNonTransientResourceException("closed", "08006");

    private final ScriptedDriver driver = new ScriptedDriver();
    private final List<TransactionEvent> events = new CopyOnWriteArrayList<>();
    private final AsyncEngine engine = AsyncEngine.builder()
            .connectionFactory(driver)
            .maxSize(1)
            .acquireTimeout(Duration.ofSeconds(2))
            .listener(new EngineListener() {
                @Override
                public void onTransaction(TransactionEvent event) {
                    events.add(event);
                }
            })
            .build();

    @AfterEach
    void theNextTransactionWorks() {
        driver.forgetAll();
        StepVerifier.create(engine.pendingCleanup().then(engine.transaction(c -> c.execute(sql("write")))))
                .expectNextCount(1)
                .expectComplete()
                .verify(SOON);
        assertThat(engine.pool().acquired()).isZero();
        assertThat(engine.pool().pending()).isZero();
    }

    @Test
    void aBeginThatFailsSendsNothingElse() {
        driver.fails("start transaction", new R2dbcRollbackException("no", "42601"));

        StepVerifier.create(write()).expectError().verify(SOON);

        assertThat(driver.journal()).doesNotContain("1: write");
        assertThat(outcomes()).containsExactly(Outcome.ROLLED_BACK);
    }

    @Test
    void aBeginWhoseLinkBreaksCostsTheConnectionOnly() {
        driver.fails("start transaction", LINK_LOST);

        StepVerifier.create(write()).expectError(ConnectionLostException.class).verify(SOON);

        assertThat(driver.journal()).contains("1: close").doesNotContain("1: write");
    }

    @Test
    void aCommitRefusedForACauseIsRolledBackWithThatCause() {
        driver.fails("commit", new R2dbcDataIntegrityViolationException("deferred", "23505"));

        StepVerifier.create(write()).expectError(UniqueViolationException.class).verify(SOON);
        assertThat(outcomes()).containsExactly(Outcome.ROLLED_BACK);
    }

    @Test
    void aCommitAnsweredWithRollbackIsAnAbortedTransaction() {
        driver.fails("commit", new R2dbcRollbackException("The database returned ROLLBACK", "99999"));

        StepVerifier.create(write())
                .expectError(TransactionAbortedException.class)
                .verify(SOON);
        assertThat(outcomes()).containsExactly(Outcome.ROLLED_BACK);
    }

    @Test
    void aCommitWhoseLinkBreaksIsOfUnknownOutcomeAndNeverTriedAgain() {
        driver.fails("commit", LINK_LOST);

        StepVerifier.create(engine.transaction(TransactionOptions.defaults().retry(5), c -> c.execute(sql("write"))))
                .expectError(CommitOutcomeUnknownException.class)
                .verify(SOON);

        assertThat(outcomes()).containsExactly(Outcome.UNKNOWN);
        assertThat(driver.journal()).filteredOn("1: write"::equals).hasSize(1);
        assertThat(driver.journal()).contains("1: close");
    }

    @Test
    void aCommitUnderWayIsNotInterruptedByACancel() {
        Sinks.Empty<Long> answer = Sinks.empty();
        driver.on("commit", c -> answer.asMono());

        Disposable caller = write().subscribe();
        untilSent("commit");
        caller.dispose();
        assertThat(driver.journal()).endsWith("1: commit");
        answer.tryEmitEmpty();

        assertThat(outcomes()).containsExactly(Outcome.COMMITTED);
        assertThat(driver.journal()).doesNotContain("1: rollback");
    }

    @Test
    void aRollbackThatFailsCostsTheConnectionAndIsSuppressedOntoTheCause() {
        IllegalStateException mine = new IllegalStateException("mine");
        driver.fails("rollback", LINK_LOST);

        StepVerifier.create(engine.transaction(c -> c.execute(sql("write")).then(Mono.error(mine))))
                .expectErrorSatisfies(e -> {
                    assertThat(e).isSameAs(mine);
                    assertThat(e.getSuppressed()).contains(LINK_LOST);
                })
                .verify(SOON);
        assertThat(driver.journal()).contains("1: close");
        assertThat(outcomes()).containsExactly(Outcome.ROLLED_BACK);
    }

    @Test
    void aRollbackThatNeverAnswersIsBounded() {
        driver.on("rollback", c -> Mono.never());

        StepVerifier.create(engine.transaction(
                        c -> c.execute(sql("write")).then(Mono.error(new IllegalStateException("mine")))))
                .expectErrorMessage("mine")
                .verify(SOON);
        assertThat(driver.journal()).contains("1: close");
    }

    @Test
    void aCancelInEveryPhaseRollsBackAndGivesTheConnectionBack() {
        for (String phase : List.of("start transaction", "first", "second")) {
            driver.forgetAll();
            Sinks.Empty<Long> answer = Sinks.empty();
            driver.on(phase, c -> answer.asMono()).on("cancel", c -> Mono.fromRunnable(answer::tryEmitEmpty));

            driver.journal().clear();
            Disposable caller = engine.transaction(c -> c.execute(sql("first")).then(c.execute(sql("second"))))
                    .subscribe();
            untilSent(phase);
            caller.dispose();
            StepVerifier.create(engine.pendingCleanup()).expectComplete().verify(SOON);

            assertThat(engine.pool().acquired()).as(phase).isZero();
            assertThat(driver.journal()).as(phase).contains("1: cancel").doesNotContain("1: commit");
        }
        assertThat(outcomes()).containsExactly(Outcome.ROLLED_BACK, Outcome.ROLLED_BACK, Outcome.ROLLED_BACK);
    }

    @Test
    void aStatementThatIgnoresItsCancelCostsTheConnectionWithinABound() {
        driver.on("write", c -> Mono.never());

        Disposable caller = write().subscribe();
        untilSent("write");
        caller.dispose();

        StepVerifier.create(engine.pendingCleanup()).expectComplete().verify(Duration.ofSeconds(5));
        assertThat(driver.journal()).contains("1: cancel", "1: close");
    }

    @Test
    void aFailureBeforeTheCommitIsRetriedAndTheEarlierErrorsAreSuppressed() {
        AtomicInteger runs = new AtomicInteger();
        driver.on("write", c -> Mono.error(new R2dbcRollbackException("serialize " + runs.incrementAndGet(), "40001")));

        StepVerifier.create(engine.transaction(TransactionOptions.defaults().retry(3), c -> c.execute(sql("write"))))
                .expectErrorSatisfies(e -> {
                    assertThat(e).isInstanceOf(SerializationFailureException.class);
                    assertThat(e.getSuppressed()).hasSize(2);
                })
                .verify(SOON);
        assertThat(runs).hasValue(3);
        assertThat(outcomes()).containsExactly(Outcome.ROLLED_BACK, Outcome.ROLLED_BACK, Outcome.ROLLED_BACK);
    }

    @Test
    void errorsOfTheJvmReleaseToo() {
        StepVerifier.create(engine.transaction(c -> Mono.defer(() -> {
                    throw new AssertionError("not an Exception");
                })))
                .expectError(AssertionError.class)
                .verify(SOON);
    }

    @Test
    void aListenerThatThrowsChangesNothing() {
        AsyncEngine other = AsyncEngine.builder()
                .connectionFactory(new ScriptedDriver())
                .listener(new EngineListener() {
                    @Override
                    public void onStatement(StatementEvent event) {
                        throw new IllegalStateException("listener");
                    }

                    @Override
                    public void onTransaction(TransactionEvent event) {
                        throw new IllegalStateException("listener");
                    }
                })
                .build();
        StepVerifier.create(other.transaction(c -> c.execute(sql("write"))))
                .expectNextCount(1)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void nothingOfTheCallersContextReachesConnectionCreation() {
        List<Boolean> seen = new CopyOnWriteArrayList<>();
        driver.onConnect(c -> Mono.deferContextual(context -> {
            seen.add(context.hasKey("tenant"));
            return Mono.just(c);
        }));

        StepVerifier.create(write().contextWrite(c -> c.put("tenant", 42)))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(seen).containsExactly(false);
    }

    @Test
    void aTransactionIsColdAndEachSubscriptionIsANewOne() {
        Mono<Long> cold = write();
        assertThat(driver.opened()).isZero();

        StepVerifier.create(Flux.concat(cold, cold))
                .expectNextCount(2)
                .expectComplete()
                .verify(SOON);
        assertThat(driver.journal()).filteredOn("1: commit"::equals).hasSize(2);
    }

    private void untilSent(String text) {
        Mono<Boolean> sent = Mono.fromSupplier(() -> driver.journal().contains("1: " + text))
                .filter(there -> there)
                .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(5)));
        StepVerifier.create(sent).expectNext(true).expectComplete().verify(SOON);
    }

    private Mono<Long> write() {
        return engine.transaction(c -> c.execute(sql("write")));
    }

    private List<Outcome> outcomes() {
        return events.stream()
                .map(TransactionEvent::outcome)
                .filter(outcome -> outcome != null)
                .toList();
    }
}
