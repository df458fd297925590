package io.fluxalchemy.engine;

import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.script.ScriptedDriver;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.error.TransactionDoomedException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcRollbackException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** When BEGIN is sent, with what, and what follows when its answer is not the one wanted. */
class BeginningTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final R2dbcNonTransientResourceException LINK_LOST =
            new R2dbcNonTransientResourceException("closed", "08006");

    private final ScriptedDriver driver = new ScriptedDriver();
    private final List<TransactionEvent> events = new CopyOnWriteArrayList<>();
    private final AsyncEngine engine = AsyncEngine.builder()
            .connectionFactory(driver)
            .maxSize(1)
            .acquireTimeout(Duration.ofSeconds(1))
            .listener(new EngineListener() {
                @Override
                public void onTransaction(TransactionEvent event) {
                    events.add(event);
                }
            })
            .build();

    @AfterEach
    void nothingIsLeft() {
        StepVerifier.create(engine.pendingCleanup()).expectComplete().verify(SOON);
        assertThat(engine.pool().acquired()).isZero();
        assertThat(engine.pool().holders()).isEmpty();
    }

    @Test
    void aTransactionWithoutStatementsSendsNothingAndEndsAsItsBodyDoes() {
        StepVerifier.create(engine.transaction(c -> Mono.just("done")))
                .expectNext("done")
                .expectComplete()
                .verify(SOON);
        StepVerifier.create(engine.transaction(c -> Mono.error(new IllegalStateException("mine"))))
                .expectErrorMessage("mine")
                .verify(SOON);
        assertThat(driver.journal()).isEmpty();
        assertThat(outcomes()).containsExactly(Outcome.COMMITTED, Outcome.ROLLED_BACK);
    }

    @Test
    void aWriteWaitsForTheAnswerToBegin() {
        Sinks.Empty<Long> answer = Sinks.empty();
        driver.keepsOrder(true).on("start transaction", c -> answer.asMono());

        StepVerifier.create(engine.transaction(c -> c.execute(sql("write"))))
                .expectSubscription()
                .then(() -> untilSent("1: start transaction"))
                .expectNoEvent(Duration.ofMillis(50))
                .then(() -> assertThat(driver.journal()).containsExactly("1: start transaction"))
                .then(answer::tryEmitEmpty)
                .expectNextCount(1)
                .expectComplete()
                .verify(SOON);
        assertThat(driver.journal()).containsExactly("1: start transaction", "1: write", "1: commit", "1: reset");
    }

    @Test
    void textSqlWaitsForTheAnswerToBeginSinceNobodyKnowsWhatItDoes() {
        Sinks.Empty<Long> answer = Sinks.empty();
        driver.keepsOrder(true).on("start transaction", c -> answer.asMono());

        StepVerifier.create(engine.transaction(c -> c.all(sql("select pay()").rows())))
                .expectSubscription()
                .then(() -> untilSent("1: start transaction"))
                .expectNoEvent(Duration.ofMillis(50))
                .then(() -> assertThat(driver.journal()).containsExactly("1: start transaction"))
                .then(answer::tryEmitEmpty)
                .expectNextCount(1)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void aPureReadTravelsWithBeginWhereTheDriverKeepsTheirOrder() {
        Sinks.Empty<Long> answer = Sinks.empty();
        driver.keepsOrder(true).on("start transaction", c -> answer.asMono());

        StepVerifier.create(engine.transaction(c -> c.all(select(value(1)))))
                .expectSubscription()
                .then(() -> untilSent("1: select"))
                .then(answer::tryEmitEmpty)
                .expectNextCount(1)
                .expectComplete()
                .verify(SOON);
        assertThat(driver.journal()).endsWith("1: commit");
    }

    @Test
    void aDriverThatKeepsNoOrderGetsOneAtATime() {
        Sinks.Empty<Long> answer = Sinks.empty();
        driver.on("start transaction", c -> answer.asMono());

        StepVerifier.create(engine.transaction(c -> c.all(select(value(1)))))
                .expectSubscription()
                .then(() -> untilSent("1: start transaction"))
                .expectNoEvent(Duration.ofMillis(50))
                .then(() -> assertThat(driver.journal()).containsExactly("1: start transaction"))
                .then(answer::tryEmitEmpty)
                .expectNextCount(1)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void aReadThatTravelledWithARefusedBeginIsNotBelieved() {
        driver.keepsOrder(true).fails("start transaction", new R2dbcRollbackException("no", "42601"));

        StepVerifier.create(engine.transaction(c -> c.all(select(value(1)))))
                .expectErrorSatisfies(e -> assertThat(e).hasMessageContaining("42601"))
                .verify(SOON);
        assertThat(driver.journal()).contains("1: close").doesNotContain("1: commit");
        assertThat(outcomes()).containsExactly(Outcome.ROLLED_BACK);
    }

    @Test
    void aBodyThatSwallowsARefusedBeginSendsNothingMoreAndDoesNotCommit() {
        driver.fails("start transaction", new R2dbcRollbackException("no", "42601"));

        StepVerifier.create(engine.transaction(
                        c -> c.execute(sql("write")).onErrorComplete().then(c.execute(sql("again")))))
                .expectErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(TransactionDoomedException.class)
                        .hasMessageContaining("begun"))
                .verify(SOON);
        StepVerifier.create(engine.transaction(c -> c.execute(sql("write")).onErrorComplete()))
                .expectError(TransactionDoomedException.class)
                .verify(SOON);
        assertThat(driver.journal()).doesNotContain("1: write", "1: again", "1: commit");
    }

    @Test
    void aLinkLostUnderBeginIsReplacedAndNothingRunsTwice() {
        AtomicInteger begins = new AtomicInteger();
        driver.on("start transaction", c -> begins.incrementAndGet() == 1 ? Mono.error(LINK_LOST) : Mono.empty());

        StepVerifier.create(engine.transaction(c -> c.execute(sql("write"))))
                .expectNextCount(1)
                .expectComplete()
                .verify(SOON);
        assertThat(driver.journal().stream().distinct())
                .containsExactly(
                        "1: start transaction",
                        "1: close",
                        "2: start transaction",
                        "2: write",
                        "2: commit",
                        "2: reset");
        assertThat(outcomes()).containsExactly(Outcome.COMMITTED);
    }

    @Test
    void aReadThatTravelledWithALostBeginIsReadAgain() {
        AtomicInteger begins = new AtomicInteger();
        driver.keepsOrder(true)
                .on("start transaction", c -> begins.incrementAndGet() == 1 ? Mono.error(LINK_LOST) : Mono.empty());

        StepVerifier.create(engine.transaction(c -> c.all(select(value(1)))))
                .expectNextCount(1)
                .expectComplete()
                .verify(SOON);
        assertThat(driver.journal()).contains("2: commit");
        assertThat(events)
                .extracting(TransactionEvent::step)
                .containsExactly(TransactionEvent.Step.BEGIN, TransactionEvent.Step.END);
    }

    @Test
    void aBeginThatIsAlwaysLostEndsWithinTheBoundOfAnAcquire() {
        driver.fails("start transaction", LINK_LOST);
        long start = System.nanoTime();

        StepVerifier.create(engine.transaction(c -> c.execute(sql("write"))))
                .expectError()
                .verify(SOON);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        assertThat(driver.opened()).isBetween(2, 10);
    }

    @Test
    void aLinkLostUnderAStatementIsNotReplaced() {
        driver.fails("write", LINK_LOST);

        StepVerifier.create(engine.transaction(c -> c.execute(sql("write"))))
                .expectError()
                .verify(SOON);
        assertThat(driver.opened()).isEqualTo(1);
    }

    @Test
    void whatTheDatabaseLacksIsRefusedBeforeTheBodyRuns() {
        AtomicInteger bodies = new AtomicInteger();
        StepVerifier.create(engine.transaction(TransactionOptions.defaults().lockTimeout(Duration.ofSeconds(1)), c -> {
                    bodies.incrementAndGet();
                    return Mono.empty();
                }))
                .expectError(StatementException.class)
                .verify(SOON);
        assertThat(bodies).hasValue(0);
    }

    private void untilSent(String text) {
        Mono<Boolean> sent = Mono.fromSupplier(
                        () -> driver.journal().stream().anyMatch(entry -> entry.startsWith(text)))
                .filter(there -> there)
                .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(5)));
        StepVerifier.create(sent).expectNext(true).expectComplete().verify(SOON);
    }

    private List<Outcome> outcomes() {
        return events.stream()
                .map(TransactionEvent::outcome)
                .filter(outcome -> outcome != null)
                .toList();
    }
}
