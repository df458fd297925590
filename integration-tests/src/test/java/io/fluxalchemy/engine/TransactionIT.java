package io.fluxalchemy.engine;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.engine.Entries.count;
import static io.fluxalchemy.engine.Entries.insert;
import static io.fluxalchemy.engine.Entries.numbers;
import static io.fluxalchemy.engine.Entries.sleep;
import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.engine.Entries.verifyError;
import static io.fluxalchemy.engine.Entries.verifyNext;
import static io.fluxalchemy.engine.Entries.verifyRows;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.error.ReadOnlyViolationException;
import io.fluxalchemy.error.ResultOverflowException;
import io.fluxalchemy.error.TransactionAbortedException;
import io.fluxalchemy.error.TransactionException;
import io.fluxalchemy.error.TransactionTimeoutException;
import io.fluxalchemy.error.UniqueViolationException;
import io.fluxalchemy.error.WriteRefusedException;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a transaction promises, on a pool of one unless a test needs more: a connection lost shows at once. */
class TransactionIT extends TwoEngines {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @Test
    void aBodyThatCompletesIsCommittedBeforeItsValueIsEmitted() {
        StepVerifier.create(engine.transaction(c -> c.execute(insert(1))).flatMap(n -> count(wide)))
                .expectNext(1L)
                .expectComplete()
                .verify(SOON);
        assertThat(heard.outcomes()).containsExactly(Outcome.COMMITTED);
    }

    @Test
    void aBodyThatFailsIsRolledBackAndKeepsItsError() {
        IllegalStateException error = new IllegalStateException("mine");
        StepVerifier.create(engine.transaction(c -> c.execute(insert(1)).then(Mono.error(error))))
                .expectErrorSatisfies(e -> assertThat(e).isSameAs(error))
                .verify(SOON);
        StepVerifier.create(engine.transaction(c -> {
                    throw error;
                }))
                .expectErrorSatisfies(e -> assertThat(e).isSameAs(error))
                .verify(SOON);
        verifyRows(wide, 0);
        assertThat(heard.outcomes()).containsExactly(Outcome.ROLLED_BACK, Outcome.ROLLED_BACK);
    }

    @Test
    void aPoolOfOneCancelledAtEverySignalLeaksNothingAndCommitsNothing() {
        for (int micros = 0; micros < 6_000; micros += 40) {
            verify(engine.transaction(
                            c -> c.execute(insert(1)).then(c.execute(insert(2))).then(c.one(sleep(0.002))))
                    .then()
                    .timeout(Duration.ofNanos(1 + micros * 1_000L), Mono.empty())
                    .then(engine.transaction(c -> c.execute(sql("delete from entry")))));
        }
        verifyRows(wide, 0);
        assertThat(engine.pool().acquired()).isZero();
    }

    @Test
    void takeOneOfAStreamInATransactionRollsNothingForwardUnlessItsBodyCompletes() {
        verifyNext(
                engine.transactionMany(c -> c.execute(insert(1))
                                .thenMany(c.stream(numbers(5000)))
                                .take(3))
                        .count(),
                3L);
        verifyRows(wide, 1);
    }

    @Test
    void cancelStopsTheStatementOnTheServer() {
        Duration bound = Duration.ofSeconds(3);
        assertThat(LeastTime.of(bound, () -> {
                    verify(engine.transaction(c -> c.execute(insert(1)).then(c.one(sleep(30))))
                            .timeout(Duration.ofMillis(200), Mono.empty()));
                    verify(engine.pendingCleanup());
                    verifyNext(engine.one(numbers(1)), 1L);
                }))
                .isLessThan(bound);
        verifyRows(wide, 0);
    }

    @Test
    void aSwallowedErrorEndsInTransactionAbortedWithItsOrigin() {
        StepVerifier.create(engine.transaction(
                        c -> c.execute(insert(1)).then(c.execute(insert(1))).onErrorResume(e -> Mono.just(0L))))
                .expectErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(TransactionAbortedException.class)
                        .extracting(x -> ((TransactionAbortedException) x).origin())
                        .isInstanceOf(UniqueViolationException.class))
                .verify(SOON);
        verifyRows(wide, 0);
        verifyError(
                engine.transaction(
                        c -> c.execute(insert(1)).then(c.execute(insert(1))).onErrorResume(e -> c.execute(insert(2)))),
                TransactionAbortedException.class);
    }

    @Test
    void aTransactionEndedByTextSqlIsAnError() {
        verifyError(
                engine.transaction(c -> c.execute(insert(1)).then(c.execute(sql("commit")))),
                TransactionException.class);
    }

    @Test
    void aDeadlineRollsBack() {
        Duration bound = Duration.ofSeconds(3);
        assertThat(LeastTime.of(
                        bound,
                        () -> verifyError(
                                engine.transaction(
                                        TransactionOptions.defaults().timeout(Duration.ofMillis(200)),
                                        c -> c.execute(insert(1)).then(c.one(sleep(30)))),
                                TransactionTimeoutException.class)))
                .isLessThan(bound);
        verifyRows(wide, 0);
    }

    @Test
    void readOnlyIsHeldOnBothSides() {
        verifyError(
                engine.transaction(TransactionOptions.defaults().readOnly(), c -> c.execute(insert(1))),
                WriteRefusedException.class);
        verifyError(
                engine.transaction(
                        TransactionOptions.defaults().readOnly(),
                        c -> c.all(
                                sql("insert into entry values (1) returning id").rows())),
                ReadOnlyViolationException.class);
        verifyRows(wide, 0);
    }

    @Test
    void manyValuesAreHeldBackUntilTheCommitUpToABound() {
        StepVerifier.create(engine.transactionMany(c -> c.execute(insert(1)).thenMany(c.stream(numbers(100)))))
                .expectNextCount(100)
                .expectComplete()
                .verify(SOON);
        verifyError(engine.transactionMany(c -> c.stream(numbers(10_001))).then(), ResultOverflowException.class);
    }

    @Test
    void isolationAndSnapshotHoldInAReadThatAsksForThem() {
        verify(wide.execute(insert(1)));
        verifyNext(
                wide.read(
                        TransactionOptions.defaults().isolation(Isolation.REPEATABLE_READ),
                        c -> count(c).flatMap(before -> wide.requiresNew(other -> other.execute(insert(2)))
                                .then(count(c))
                                .map(after -> before + "," + after))),
                "1,1");
        verifyRows(wide, 2);
    }
}
