package io.fluxalchemy.engine;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.error.AcquireTimeoutException;
import io.fluxalchemy.error.ConfigurationException;
import io.fluxalchemy.error.NestedAcquireException;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.error.OuterSessionInUseException;
import io.fluxalchemy.error.ReadOnlyViolationException;
import io.fluxalchemy.error.ResultOverflowException;
import io.fluxalchemy.error.SerializationFailureException;
import io.fluxalchemy.error.SessionClosedException;
import io.fluxalchemy.error.StalledStreamException;
import io.fluxalchemy.error.StreamOpenException;
import io.fluxalchemy.error.TransactionAbortedException;
import io.fluxalchemy.error.TransactionDoomedException;
import io.fluxalchemy.error.TransactionException;
import io.fluxalchemy.error.TransactionTimeoutException;
import io.fluxalchemy.error.TurnOverflowException;
import io.fluxalchemy.error.UniqueViolationException;
import io.fluxalchemy.error.WriteRefusedException;
import io.fluxalchemy.sql.SqlText;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a transaction promises, on a pool of one unless a test needs more: a connection lost shows at once. */
class TransactionIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<TransactionEvent> events = new CopyOnWriteArrayList<>();
    private AsyncEngine engine;
    private AsyncEngine wide;

    @BeforeEach
    void open() {
        engine = AsyncEngine.builder()
                .url(DATABASE.url())
                .maxSize(1)
                .acquireTimeout(Duration.ofSeconds(2))
                .listener(new EngineListener() {
                    @Override
                    public void onTransaction(TransactionEvent event) {
                        events.add(event);
                    }
                })
                .build();
        wide = AsyncEngine.builder().url(DATABASE.url()).maxSize(10).build();
        verify(wide.execute(sql("drop table if exists entry"))
                .then(wide.execute(sql("create table entry (id int primary key, n bigint not null default 0)"))));
    }

    @AfterEach
    void everyConnectionCameBack() {
        verify(engine.pendingCleanup());
        assertThat(engine.pool().acquired()).isZero();
        assertThat(engine.pool().pending()).isZero();
        verify(engine.close(Duration.ofSeconds(2)).then(wide.close(Duration.ofSeconds(2))));
    }

    @Test
    void aBodyThatCompletesIsCommittedBeforeItsValueIsEmitted() {
        StepVerifier.create(engine.transaction(c -> c.execute(insert(1))).flatMap(n -> count(wide)))
                .expectNext(1L)
                .expectComplete()
                .verify(SOON);
        assertThat(outcomes()).containsExactly(Outcome.COMMITTED);
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
        verifyRows(0);
        assertThat(outcomes()).containsExactly(Outcome.ROLLED_BACK, Outcome.ROLLED_BACK);
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
        verifyRows(0);
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
        verifyRows(1);
    }

    @Test
    void cancelStopsTheStatementOnTheServer() {
        long start = System.nanoTime();
        verify(engine.transaction(c -> c.execute(insert(1)).then(c.one(sleep(30))))
                .timeout(Duration.ofMillis(200), Mono.empty()));
        verify(engine.pendingCleanup());
        verifyNext(engine.one(numbers(1)), 1L);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        verifyRows(0);
    }

    @Test
    void tenOperationsZippedOnOneConnectionRunOneAfterTheOther() {
        verifyNext(
                engine.transaction(c -> Mono.zip(
                        IntStream.range(0, 10)
                                .mapToObj(i -> c.execute(insert(i)))
                                .toList(),
                        results -> results.length)),
                10);
        verifyRows(10);
    }

    @Test
    void moreThanTheBoundOfWaitingOperationsIsRefused() {
        verifyError(
                engine.transaction(c -> Flux.merge(Flux.range(0, 300).map(i -> c.one(numbers(1))), 300, 1)
                        .count()),
                TurnOverflowException.class);
        verifyNext(
                engine.transaction(c -> Flux.merge(Flux.range(0, 257).map(i -> c.one(numbers(1))), 257, 1)
                        .count()),
                257L);
    }

    @Test
    void anOperationInsideAnOpenStreamIsRefused() {
        verifyError(
                engine.transaction(c ->
                        c.stream(numbers(1000)).flatMap(n -> c.one(numbers(1))).count()),
                StreamOpenException.class);
        verifyNext(
                engine.transaction(c -> c.all(numbers(300))
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(n -> c.one(numbers(1)))
                        .count()),
                300L);
    }

    @Test
    void theOuterConnectionInsideANestedBodyIsRefused() {
        verifyError(engine.transaction(c -> c.nested(inner -> c.execute(insert(1)))), OuterSessionInUseException.class);
        verifyRows(0);
    }

    @Test
    void aConnectionUsedAfterItsScopeIsClosed() {
        List<AsyncConnection> kept = new ArrayList<>();
        verify(engine.transaction(c -> {
            kept.add(c);
            return Mono.empty();
        }));
        verifyError(kept.get(0).execute(insert(1)), SessionClosedException.class);
        verifyRows(0);
    }

    @Test
    void aNestedBodyThatFailsIsRolledBackAlone() {
        verify(engine.transaction(c -> c.execute(insert(1))
                .then(c.nested(inner -> inner.execute(insert(2)).then(inner.execute(insert(1)))))
                .onErrorResume(UniqueViolationException.class, e -> c.execute(insert(3)))));
        assertThat(ids()).containsExactly(1L, 3L);
    }

    @Test
    void nestedBodiesNest() {
        verify(engine.transaction(c -> c.execute(insert(1))
                .then(c.nested(a -> a.execute(insert(2))
                        .then(a.nested(b -> b.execute(insert(3)).then(Mono.error(new IllegalStateException("inner")))))
                        .onErrorResume(e -> a.execute(insert(4)))))));
        assertThat(ids()).containsExactly(1L, 2L, 4L);
    }

    @Test
    void aCancelledNestedBodyIsRolledBackAndTheTransactionLives() {
        verify(engine.transaction(c -> c.execute(insert(1))
                .then(c.nested(inner -> inner.execute(insert(2)).then(inner.one(sleep(30))))
                        .then()
                        .timeout(Duration.ofMillis(150), Mono.empty()))
                .then(c.execute(insert(3)))));
        assertThat(ids()).containsExactly(1L, 3L);
    }

    @Test
    void siblingsOfANestedBodyWaitForIt() {
        verify(engine.transaction(c -> Mono.zip(
                c.nested(inner -> inner.execute(insert(1)).then(inner.execute(insert(2)))), c.execute(insert(3)))));
        verifyRows(3);
    }

    @Test
    void aBlockInsideJoinsAndItsFailureDoomsTheWhole() {
        verifyError(
                engine.transaction(c -> c.execute(insert(1))
                        .then(engine.transaction(
                                inner -> inner.execute(insert(2)).then(Mono.error(new IllegalStateException("inner")))))
                        .onErrorResume(e -> Mono.empty())),
                TransactionDoomedException.class);
        verifyRows(0);
        assertThat(outcomes()).containsExactly(Outcome.ROLLED_BACK);
    }

    @Test
    void engineVerbsInsideABodyUseItsTransaction() {
        verifyError(
                engine.transaction(c -> engine.execute(insert(1))
                        .then(engine.one(sql("select count(*) as n from entry").map(row -> row.get("n", Long.class))))
                        .doOnNext(n -> assertThat(n).isEqualTo(1))
                        .then(Mono.error(new IllegalStateException("undo")))),
                IllegalStateException.class);
        verifyRows(0);
    }

    @Test
    void aJoinThatAsksForMoreThanTheOuterGivesIsRefused() {
        verifyError(
                engine.transaction(
                        c -> engine.transaction(TransactionOptions.serializable(), inner -> inner.execute(insert(1)))),
                ConfigurationException.class);
        verifyError(
                engine.read(c -> engine.transaction(inner -> inner.execute(insert(1)))), ConfigurationException.class);
        verifyRows(0);
    }

    @Test
    void requiresNewIsIndependentAndFailsFastWhereNoConnectionIsToSpare() {
        verifyError(
                wide.transaction(c -> wide.requiresNew(other -> other.execute(insert(1)))
                        .then(c.execute(insert(2)))
                        .then(Mono.error(new IllegalStateException("outer")))),
                IllegalStateException.class);
        assertThat(ids()).containsExactly(1L);
        verifyError(
                engine.transaction(c -> engine.requiresNew(other -> other.execute(insert(3)))),
                NestedAcquireException.class);
    }

    @Test
    void aCancelledOperationInALivingTransactionDrainsAndTheTransactionLives() {
        verify(engine.transaction(c -> c.execute(insert(1))
                .then(c.one(sleep(0.3)).then().timeout(Duration.ofMillis(50), Mono.empty()))
                .then(c.execute(insert(2)))));
        assertThat(ids()).containsExactly(1L, 2L);
    }

    @Test
    void aCancelledOperationThatRunsOnIsStoppedAndDoomsTheTransaction() {
        StepVerifier.create(engine.transaction(c -> c.execute(insert(1))
                        .then(c.one(sleep(30)).then().timeout(Duration.ofMillis(50), Mono.empty()))
                        .thenReturn("done")))
                .expectErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(TransactionDoomedException.class)
                        .hasMessageContaining("cancelled operation")
                        .cause()
                        .hasMessageContaining("57014"))
                .verify(SOON);
        verifyRows(0);
    }

    @Test
    void aFailingSideOfAZipCancelsTheOther() {
        verifyError(
                engine.transaction(c -> Mono.zip(
                        c.one(sleep(30)),
                        Mono.delay(Duration.ofMillis(50)).then(Mono.error(new IllegalStateException("side"))))),
                IllegalStateException.class);
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
        verifyRows(0);
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
        long start = System.nanoTime();
        verifyError(
                engine.transaction(
                        TransactionOptions.defaults().timeout(Duration.ofMillis(200)),
                        c -> c.execute(insert(1)).then(c.one(sleep(30)))),
                TransactionTimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        verifyRows(0);
    }

    @Test
    void anAcquireTimeoutNamesTheHolders() {
        StepVerifier.create(engine.transaction(c -> c.one(sleep(30)))
                        .mergeWith(Mono.delay(Duration.ofMillis(100))
                                .then(engine.one(numbers(1)).then(Mono.empty()))))
                .expectErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(AcquireTimeoutException.class)
                        .hasMessageContaining("transaction for"))
                .verify(SOON);
    }

    @Test
    void aStreamThatWaitsForConnectionsItHoldsItselfIsToldSo() {
        StepVerifier.create(engine.stream(numbers(1_000))
                        .flatMap(n -> engine.one(numbers(1)))
                        .count())
                .expectError(StalledStreamException.class)
                .verify(SOON);
        verifyNext(
                engine.stream(numbers(20))
                        .collectList()
                        .flatMapMany(Flux::fromIterable)
                        .flatMap(n -> engine.one(numbers(1)))
                        .count(),
                20L);
    }

    @Test
    void retryRunsTheWholeTransactionAgainAfterASerializationFailure() {
        verify(wide.execute(insert(1)).then(wide.execute(insert(2))));
        AtomicInteger attempts = new AtomicInteger();
        Function<Integer, Mono<Long>> skewed = id -> wide.transaction(
                TransactionOptions.serializable().retry(10),
                c -> Mono.fromSupplier(attempts::incrementAndGet)
                        .then(c.one(sql("select sum(n)::bigint as n from entry").map(row -> row.get("n", Long.class))))
                        .delayElement(Duration.ofMillis(250))
                        .flatMap(sum -> c.execute(sql("update entry set n = :n where id = :id")
                                .bind("n", sum + 1)
                                .bind("id", id))));

        verify(Mono.zip(skewed.apply(1), skewed.apply(2)));
        assertThat(attempts.get()).isGreaterThan(2);
        verifyNext(
                wide.one(sql("select string_agg(n::text, ',' order by n) as n from entry")
                        .map(row -> row.get("n", String.class))),
                "1,2");
    }

    @Test
    void withoutRetryASerializationFailureReachesTheCaller() {
        verify(wide.execute(insert(1)).then(wide.execute(insert(2))));
        Function<Integer, Mono<Long>> skewed = id -> wide.transaction(
                TransactionOptions.serializable(),
                c -> c.one(sql("select sum(n)::bigint as n from entry").map(row -> row.get("n", Long.class)))
                        .delayElement(Duration.ofMillis(250))
                        .flatMap(sum -> c.execute(sql("update entry set n = :n where id = :id")
                                .bind("n", sum + 1)
                                .bind("id", id))));
        verifyError(Mono.zip(skewed.apply(1), skewed.apply(2)), SerializationFailureException.class);
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
        verifyRows(0);
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
    void aThousandConcurrentTransactionsShareAPoolOfTen() {
        verifyNext(
                Flux.range(0, 1_000)
                        .flatMap(i -> wide.transaction(c -> c.execute(insert(i)).then(c.one(numbers(1)))), 1_000)
                        .count(),
                1_000L);
        verifyRows(1_000);
        assertThat(wide.pool().acquired()).isZero();
        assertThat(wide.pool().idle()).isLessThanOrEqualTo(10);
    }

    @Test
    void aKilledBackendIsEvictedAndTheNextTransactionWorks() {
        StepVerifier.create(engine.transaction(c -> c.execute(insert(1))
                        .then(c.one(sql("select pg_backend_pid() as pid").map(row -> row.get("pid", Integer.class))))
                        .flatMap(pid -> wide.one(sql("select pg_terminate_backend(:pid) as b")
                                .bind("pid", pid)
                                .rows()))
                        .delayElement(Duration.ofMillis(50))
                        .then(c.execute(insert(2)))))
                .expectError()
                .verify(SOON);
        verify(engine.transaction(c -> c.execute(insert(3))));
        assertThat(ids()).containsExactly(3L);
    }

    @Test
    void anIdleConnectionWhoseBackendDiedDoesNotReachABeginningTransaction() {
        int pid = engine.one(sql("select pg_backend_pid() as pid").map(row -> row.get("pid", Integer.class)))
                .block(SOON);
        verify(wide.one(sql("select pg_terminate_backend(:pid) as b")
                        .bind("pid", pid)
                        .rows())
                .delayElement(Duration.ofMillis(50)));
        verify(engine.transaction(c -> c.execute(insert(1))));
        verifyRows(1);
    }

    @Test
    void isolationAndSnapshotHoldInAReadThatAsksForThem() {
        verify(wide.execute(insert(1)));
        verifyNext(
                wide.read(
                        TransactionOptions.defaults().isolation(Isolation.REPEATABLE_READ),
                        c -> rows(c).flatMap(before -> wide.requiresNew(other -> other.execute(insert(2)))
                                .then(rows(c))
                                .map(after -> before + "," + after))),
                "1,1");
        verifyRows(2);
    }

    private Mono<Long> rows(AsyncConnection c) {
        return c.one(sql("select count(*) as n from entry").map(row -> row.get("n", Long.class)));
    }

    private List<Outcome> outcomes() {
        return events.stream()
                .map(TransactionEvent::outcome)
                .filter(o -> o != null)
                .toList();
    }

    private List<Long> ids() {
        return wide.all(sql("select id::bigint as id from entry order by id").map(row -> row.get("id", Long.class)))
                .block(SOON);
    }

    private void verifyRows(long expected) {
        verifyNext(count(wide), expected);
    }

    private static Mono<Long> count(AsyncEngine engine) {
        return engine.one(sql("select count(*) as n from entry").map(row -> row.get("n", Long.class)));
    }

    private static SqlText insert(int id) {
        return sql("insert into entry (id) values (:id)").bind("id", id);
    }

    private static SqlText.Typed<Long> numbers(int n) {
        return sql("select g::bigint as g from generate_series(1, :n) g")
                .bind("n", n)
                .map(row -> row.get("g", Long.class));
    }

    private static SqlText.Typed<?> sleep(double seconds) {
        return sql("select pg_sleep(:s)::text as s").bind("s", seconds).rows();
    }

    private static void verify(Mono<?> mono) {
        StepVerifier.create(mono.then()).expectComplete().verify(SOON);
    }

    private static <T> void verifyNext(Mono<T> mono, T expected) {
        StepVerifier.create(mono).expectNext(expected).expectComplete().verify(SOON);
    }

    private static void verifyError(Mono<?> mono, Class<? extends Throwable> expected) {
        StepVerifier.create(mono).expectError(expected).verify(SOON);
    }
}
