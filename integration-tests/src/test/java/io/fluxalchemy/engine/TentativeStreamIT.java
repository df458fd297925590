package io.fluxalchemy.engine;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.engine.Entries.insert;
import static io.fluxalchemy.engine.Entries.numbers;
import static io.fluxalchemy.engine.Entries.quiet;
import static io.fluxalchemy.engine.Entries.recreate;
import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.engine.Entries.verifyNext;
import static io.fluxalchemy.engine.Entries.verifyRows;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.error.TransactionDoomedException;
import io.fluxalchemy.error.TransactionTimeoutException;
import io.fluxalchemy.error.UniqueViolationException;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A transaction whose values leave before the commit, because it was asked to. */
class TentativeStreamIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private final Entries heard = new Entries();
    private AsyncEngine engine;

    @BeforeEach
    void open() {
        engine = AsyncEngine.builder()
                .url(DATABASE.url())
                .maxSize(2)
                .listener(heard)
                .build();
        recreate(engine);
    }

    @AfterEach
    void close() {
        quiet(engine);
        verify(engine.close(Duration.ofSeconds(2)));
    }

    @Test
    void valuesLeaveBeforeTheCommitAndTheCompletionAfterIt() {
        StepVerifier.create(engine.streamTentative(c -> c.execute(insert(1)).thenMany(c.stream(numbers(3))))
                        .doOnNext(n -> assertThat(heard.outcomes()).isEmpty())
                        .doOnComplete(() -> assertThat(heard.outcomes()).containsExactly(Outcome.COMMITTED)))
                .expectNext(1L, 2L, 3L)
                .expectComplete()
                .verify(SOON);
        verifyRows(engine, 1);
    }

    @Test
    void moreValuesThanATransactionOfManyHoldsBackPass() {
        verifyNext(engine.streamTentative(c -> c.stream(numbers(20_000))).count(), 20_000L);
    }

    @Test
    void takingAFewRollsBack() {
        verify(engine.streamTentative(c -> c.execute(insert(1)).thenMany(c.stream(numbers(5_000))))
                .take(3)
                .then(engine.pendingCleanup()));
        verifyRows(engine, 0);
        assertThat(heard.outcomes()).containsExactly(Outcome.ROLLED_BACK);
    }

    @Test
    void anErrorAfterValuesSaysThatTheyAreNotStored() {
        verify(engine.execute(sql("alter table entry add constraint late unique (n) deferrable initially deferred")));
        StepVerifier.create(engine.streamTentative(
                        c -> c.execute(insert(1)).then(c.execute(insert(2))).thenMany(c.stream(numbers(2)))))
                .expectNext(1L, 2L)
                .expectError(UniqueViolationException.class)
                .verify(SOON);
        verifyRows(engine, 0);
    }

    @Test
    void itHasADeadlineAndHooks() {
        AtomicInteger hooks = new AtomicInteger();
        verify(engine.streamTentative(c -> {
                    c.beforeCommit(own -> own.execute(insert(7)).then());
                    c.afterCommit(() -> Mono.fromRunnable(hooks::incrementAndGet));
                    return Flux.just(1, 2);
                })
                .then());
        assertThat(hooks).hasValue(1);
        verifyRows(engine, 1);
        StepVerifier.create(engine.streamTentative(
                        TransactionOptions.defaults().timeout(Duration.ofSeconds(2)),
                        c -> Flux.concat(c.execute(insert(1)), Mono.never())))
                .expectNext(1L)
                .expectError(TransactionTimeoutException.class)
                .verify(SOON);
        verify(engine.pendingCleanup());
        verifyRows(engine, 1);
    }

    @Test
    void insideATransactionItJoins() {
        StepVerifier.create(engine.transaction(c -> engine.streamTentative(inner -> inner.execute(insert(1)))
                        .then(c.execute(insert(2)))))
                .expectNext(1L)
                .expectComplete()
                .verify(SOON);
        verifyRows(engine, 2);
        StepVerifier.create(engine.transaction(c -> engine.streamTentative(inner ->
                                inner.execute(insert(3)).thenMany(Flux.error(new IllegalStateException("inner"))))
                        .onErrorComplete()
                        .then()))
                .expectError(TransactionDoomedException.class)
                .verify(SOON);
        verifyRows(engine, 2);
    }
}
