package io.fluxalchemy.faults.known;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.engine.Entries.count;
import static io.fluxalchemy.engine.Entries.ids;
import static io.fluxalchemy.engine.Entries.insert;
import static io.fluxalchemy.engine.Entries.numbers;
import static io.fluxalchemy.engine.Entries.quiet;
import static io.fluxalchemy.engine.Entries.recreate;
import static io.fluxalchemy.engine.Entries.setting;
import static io.fluxalchemy.engine.Entries.sleep;
import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.engine.Entries.verifyError;
import static io.fluxalchemy.engine.Entries.verifyNext;
import static io.fluxalchemy.engine.Entries.verifyRows;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.Entries;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.error.CommitOutcomeUnknownException;
import io.fluxalchemy.error.LockTimeoutException;
import io.fluxalchemy.error.NestedAcquireException;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.error.TransactionAbortedException;
import io.fluxalchemy.error.TransactionDoomedException;
import io.fluxalchemy.error.TransactionException;
import io.fluxalchemy.error.TransactionTimeoutException;
import io.fluxalchemy.error.UniqueViolationException;
import io.fluxalchemy.sql.SqlText;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.faults.FaultProxy;
import io.fluxalchemy.testkit.faults.Injury;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Faults of transactions that users of R2DBC stacks have met, one test for each row of the list (docs/reliability.md). */
class TransactionFaultsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private final Entries heard = new Entries();
    private AsyncEngine engine;
    private AsyncEngine wide;

    @BeforeEach
    void open() {
        engine = AsyncEngine.builder()
                .url(DATABASE.url())
                .maxSize(1)
                .acquireTimeout(Duration.ofSeconds(5))
                .listener(heard)
                .build();
        wide = AsyncEngine.builder().url(DATABASE.url()).maxSize(10).build();
        recreate(wide);
    }

    @AfterEach
    void nothingIsLeft() {
        quiet(engine);
        quiet(wide);
        verify(engine.close(Duration.ofSeconds(2)).then(wide.close(Duration.ofSeconds(2))));
    }

    @Test
    void C1_cancelNeverCommits() {
        Flux<Long> three = engine.streamTentative(
                c -> c.execute(insert(1)).thenMany(c.all(numbers(3))).flatMapIterable(all -> all));
        List<UnaryOperator<Flux<Long>>> cuts = List.of(
                all -> all.take(1),
                all -> all.take(3),
                all -> all.next().flux(),
                all -> all.timeout(Mono.never(), n -> Mono.empty(), Flux.empty()));
        for (UnaryOperator<Flux<Long>> cut : cuts) {
            verify(cut.apply(three).then(engine.pendingCleanup()));
            verifyRows(engine, 0);
        }
        Sinks.Empty<Void> inserted = Sinks.empty();
        verify(engine.transaction(c -> c.execute(insert(1))
                        .doOnNext(n -> inserted.tryEmitEmpty())
                        .then(Mono.never()))
                .timeout(inserted.asMono(), Mono.empty())
                .then(engine.pendingCleanup()));
        verifyRows(engine, 0);
        assertThat(heard.outcomes()).containsOnly(Outcome.ROLLED_BACK).hasSize(cuts.size() + 1);
    }

    @Test
    void C2_whatIsReadAfterTheCompletionSeesWhatWasWritten() {
        verify(Flux.range(0, 500)
                .concatMap(i -> engine.transaction(c -> c.execute(insert(i)))
                        .then(count(wide))
                        .doOnNext(n -> assertThat(n).isEqualTo(i + 1)))
                .then());
    }

    @Test
    void C3_valuesComeAfterTheCommit() {
        lateUniqueness();
        StepVerifier.create(engine.transactionMany(
                        c -> c.execute(insert(1)).then(c.execute(insert(2))).thenMany(c.stream(numbers(10)))))
                .expectError(UniqueViolationException.class)
                .verify(SOON);
        verifyRows(engine, 0);
    }

    @Test
    void C5_theConnectionIsInOrderAfterACommitThatFailed() {
        lateUniqueness();
        for (int i = 0; i < 50; i++) {
            verifyError(
                    engine.transaction(c -> c.execute(insert(1)).then(c.execute(insert(2)))),
                    UniqueViolationException.class);
            verifyNext(engine.transaction(c -> count(c)), 0L);
        }
        assertThat(heard.outcomes()).hasSize(100).startsWith(Outcome.ROLLED_BACK, Outcome.COMMITTED);
    }

    @Test
    void C6_aCommitAnsweredWithRollbackIsAnError() {
        verifyError(
                engine.transaction(
                        c -> c.execute(insert(1)).then(c.execute(insert(1))).onErrorResume(e -> Mono.just(0L))),
                TransactionAbortedException.class);
        verifyRows(engine, 0);
        assertThat(heard.outcomes()).containsExactly(Outcome.ROLLED_BACK);
    }

    @Test
    void C7_aCommitWithoutATransactionIsAnError() {
        List<String> ends = List.of("commit", "rollback");
        for (String end : ends) {
            verifyError(
                    engine.transaction(
                            c -> c.execute(insert(1 + ends.indexOf(end))).then(c.execute(sql(end)))),
                    TransactionException.class);
        }
        verifyError(
                engine.transaction(c ->
                        c.nested(inner -> inner.execute(insert(2)).then(inner.execute(sql("release savepoint s1"))))),
                Throwable.class);
        assertThat(ids(wide)).containsExactly(1L);
    }

    @Test
    void C8_aCommitUnderWayIsNotInterrupted() {
        slowCommits();
        Sinks.Empty<Void> committing = Sinks.empty();
        verify(engine.transaction(c -> c.execute(insert(1)).doFinally(end -> tellWhenCommitting(committing)))
                .timeout(committing.asMono(), Mono.empty()));
        verify(engine.pendingCleanup());
        assertThat(heard.outcomes()).containsExactly(Outcome.COMMITTED);
        verifyRows(engine, 1);
        // neither by the transaction's own deadline
        verify(engine.transaction(
                TransactionOptions.defaults().timeout(Duration.ofMillis(1_500)), c -> c.execute(insert(2))));
        verifyRows(engine, 2);
    }

    @Test
    void C9_aLostAnswerToCommitIsOfUnknownOutcomeAndNotTriedAgain() {
        try (FaultProxy proxy = FaultProxy.before(DATABASE.url())) {
            AsyncEngine cut = AsyncEngine.builder()
                    .url(proxy.through(DATABASE.url()))
                    .maxSize(1)
                    .listener(heard)
                    .build();
            AtomicInteger bodies = new AtomicInteger();
            proxy.whenSent("COMMIT", Injury.RESET);
            verifyError(
                    cut.transaction(TransactionOptions.defaults().retry(5), c -> {
                        bodies.incrementAndGet();
                        return c.execute(insert(1));
                    }),
                    CommitOutcomeUnknownException.class);
            assertThat(bodies).hasValue(1);
            assertThat(heard.outcomes()).containsExactly(Outcome.UNKNOWN);
            verifyRows(wide, 1);
            proxy.heal();
            quiet(cut);
            verify(cut.close());
        }
    }

    @Test
    void C10_anInnerFailureDoomsTheOuter() {
        verifyError(
                engine.transaction(c -> c.execute(insert(1))
                        .then(engine.transaction(
                                inner -> inner.execute(insert(2)).then(Mono.error(new IllegalStateException("inner")))))
                        .onErrorResume(e -> Mono.empty())),
                TransactionDoomedException.class);
        verifyRows(engine, 0);
    }

    @Test
    void C11_theDeadlineIsEnforced() {
        long start = System.nanoTime();
        verifyError(
                engine.transaction(
                        TransactionOptions.defaults().timeout(Duration.ofSeconds(1)),
                        c -> c.execute(insert(1)).then(c.one(sleep(30)))),
                TransactionTimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(15));
        verifyRows(engine, 0);
    }

    @Test
    void C12_onlySerializationFailuresAndDeadlocksAreTriedAgain() {
        verify(wide.execute(insert(1)).then(wide.execute(insert(2))));
        AtomicInteger attempts = new AtomicInteger();
        AtomicInteger holding = new AtomicInteger();
        verify(Mono.when(deadlocking(attempts, holding, 1, 2), deadlocking(attempts, holding, 2, 1)));
        assertThat(attempts.get()).isGreaterThan(2);
        verifyNext(wide.one(sql("select sum(n)::bigint as n from entry").map(row -> row.get("n", Long.class))), 4L);

        AtomicInteger others = new AtomicInteger();
        verifyError(
                engine.transaction(TransactionOptions.defaults().retry(5), c -> {
                    others.incrementAndGet();
                    return c.execute(insert(1));
                }),
                UniqueViolationException.class);
        assertThat(others).hasValue(1);
    }

    @Test
    void C13_independentTransactionsUseTheReserveOrFailAtOnce() {
        AsyncEngine reserving = AsyncEngine.builder()
                .url(DATABASE.url())
                .maxSize(3)
                .independentReserve(1)
                .build();
        for (AsyncEngine pool : List.of(reserving, engine)) {
            int outers = pool == engine ? 1 : 2;
            // both outer ones hold their connections when the first asks for the reserve, and the second asks when it
            // is back
            AtomicInteger holding = new AtomicInteger();
            AtomicInteger done = new AtomicInteger();
            BooleanSupplier reserveIsBack = () -> pool.pool().acquired() <= outers;
            List<Throwable> errors = Flux.range(0, outers)
                    .flatMap(i -> pool.transaction(c -> c.execute(insert(i))
                                    .doOnNext(n -> holding.incrementAndGet())
                                    .then(until(() ->
                                            holding.get() == outers && done.get() == i && reserveIsBack.getAsBoolean()))
                                    .then(pool.requiresNew(inner -> inner.execute(insert(10 + i)))
                                            .doOnTerminate(done::incrementAndGet)))
                            .then(Mono.<Throwable>empty())
                            .onErrorResume(Mono::just))
                    .collectList()
                    .block(SOON);
            if (pool == engine) {
                assertThat(errors).singleElement().isInstanceOf(NestedAcquireException.class);
            } else {
                assertThat(errors).isEmpty();
                verifyRows(wide, 4);
            }
            verify(wide.execute(sql("delete from entry")));
        }
        quiet(reserving);
        verify(reserving.close());
    }

    @Test
    void C14_readOnlyDoesNotLeakToWriters() {
        AsyncEngine two = AsyncEngine.builder().url(DATABASE.url()).maxSize(2).build();
        verify(Flux.range(0, 500)
                .flatMap(
                        i -> i % 2 == 0
                                ? two.transaction(TransactionOptions.defaults().readOnly(), c -> c.one(numbers(1)))
                                : two.transaction(c -> c.execute(insert(i))),
                        8)
                .then());
        verifyRows(wide, 250);
        verify(two.close());
    }

    @Test
    void C15_parallelUseOfOneConnectionIsOneAfterTheOther() {
        verifyNext(
                engine.transaction(c -> Flux.range(0, 64)
                        .flatMap(i -> c.execute(insert(i)).subscribeOn(Schedulers.boundedElastic()), 64)
                        .then(count(c))),
                64L);
        verifyRows(wide, 64);
    }

    @Test
    void C16_threadsMayChangeBetweenOperations() {
        List<Scheduler> schedulers = List.of(
                Schedulers.parallel(), Schedulers.boundedElastic(), Schedulers.single(), Schedulers.immediate());
        verifyNext(
                engine.transaction(c -> Flux.range(0, 40)
                        .concatMap(i -> c.execute(insert(i)).publishOn(schedulers.get(i % 4)))
                        .then(c.nested(inner -> inner.execute(insert(100)).publishOn(Schedulers.parallel())))
                        .then(count(c))),
                41L);
    }

    @Test
    void C17_whatATransactionSetsEndsWithIt() {
        List<String> names = List.of(
                "default_transaction_isolation",
                "statement_timeout",
                "lock_timeout",
                "search_path",
                "transaction_timeout");
        List<String> before = settings(names);
        verify(engine.transaction(
                TransactionOptions.serializable()
                        .statementTimeout(Duration.ofSeconds(3))
                        .lockTimeout(Duration.ofSeconds(3))
                        .timeout(Duration.ofSeconds(10)),
                c -> c.execute(insert(1))));
        assertThat(settings(names)).isEqualTo(before);
        verify(engine.transaction(c -> c.execute(
                        sql("set session characteristics as transaction isolation level serializable"))
                .then(c.execute(sql("set statement_timeout = 50")))
                .then(c.execute(sql("set search_path = pg_catalog")))
                .then(c.execute(sql("set app.tenant = '42'")))
                .then(c.execute(sql("create temp table left_behind (a int)")))
                .then(c.all(sql("select pg_advisory_lock(42)::text as l").rows()))));
        assertThat(settings(names)).isEqualTo(before);
        verifyNext(
                engine.one(
                        sql("select coalesce(current_setting('app.tenant', true), '') || (select count(*) from pg_locks"
                                        + " where locktype = 'advisory') || (select count(*) from pg_class where relname ="
                                        + " 'left_behind') as left_over")
                                .map(row -> row.get("left_over", String.class))),
                "00");
    }

    @Test
    void C18_theWaitForALockIsBounded() {
        verify(wide.execute(insert(1)));
        SqlText touch = sql("update entry set n = n + 1 where id = 1");
        Duration bound = Duration.ofSeconds(2);
        Mono<Duration> waited = Mono.defer(() -> {
            long start = System.nanoTime();
            return engine.transaction(
                            TransactionOptions.defaults().lockTimeout(bound),
                            other -> other.one(setting("lock_timeout"))
                                    .doOnNext(set -> assertThat(set).isEqualTo("2s"))
                                    .then(other.execute(touch)))
                    .then(Mono.<Duration>error(new AssertionError("the lock was free")))
                    .onErrorResume(LockTimeoutException.class, e -> {
                        assertThat(e.sqlState()).isEqualTo("55P03");
                        Duration took = Duration.ofNanos(System.nanoTime() - start);
                        assertThat(took).isBetween(bound, Duration.ofSeconds(10));
                        return Mono.just(took);
                    });
        });
        // more than a fifth too late is other work on the machine, unless it is always so
        verify(wide.transaction(c -> c.execute(touch)
                .then(waited.filter(took -> took.toMillis() <= 2_400).repeatWhenEmpty(4, again -> again))));
    }

    private void tellWhenCommitting(Sinks.Empty<Void> committing) {
        wide.one(
                        sql("select count(*) as n from pg_stat_activity where wait_event = 'PgSleep' and query ilike 'commit%'")
                                .map(row -> row.get("n", Long.class)))
                .filter(sleeping -> sleeping > 0)
                .repeatWhenEmpty(looks -> looks.delayElements(Duration.ofMillis(10)))
                .subscribe(n -> committing.tryEmitEmpty());
    }

    private static Mono<Boolean> until(BooleanSupplier condition) {
        return Mono.fromSupplier(condition::getAsBoolean)
                .filter(so -> so)
                .repeatWhenEmpty(looks -> looks.delayElements(Duration.ofMillis(10)));
    }

    /** Takes the second lock when both have their first. */
    private Mono<Void> deadlocking(AtomicInteger attempts, AtomicInteger holding, int first, int second) {
        Mono<Boolean> bothHold = until(() -> holding.get() >= 2);
        return wide.transaction(TransactionOptions.defaults().retry(10), c -> {
            attempts.incrementAndGet();
            return touch(c, first)
                    .doOnNext(n -> holding.incrementAndGet())
                    .then(bothHold)
                    .then(touch(c, second))
                    .then();
        });
    }

    private static Mono<Long> touch(AsyncConnection c, int id) {
        return c.execute(sql("update entry set n = n + 1 where id = :id").bind("id", id));
    }

    private List<String> settings(List<String> names) {
        return engine.read(c -> Flux.fromIterable(names)
                        .concatMap(name -> c.one(setting(name)))
                        .collectList())
                .block(SOON);
    }

    /** A second row with the same n fails the COMMIT. */
    private void lateUniqueness() {
        verify(wide.execute(sql("alter table entry add constraint late unique (n) deferrable initially deferred")));
    }

    private void slowCommits() {
        verify(wide.execute(sql("create or replace function slowly() returns trigger language plpgsql as"
                        + " $$ begin perform pg_sleep(2); return null; end $$"))
                .then(wide.execute(
                        sql("create constraint trigger slow after insert on entry deferrable initially deferred"
                                + " for each row execute function slowly()"))));
    }

    @Test
    void C17_theEnginesIsolationHoldsInReadsTooAndOnlyThere() {
        AsyncEngine serializable = AsyncEngine.builder()
                .url(DATABASE.url())
                .maxSize(1)
                .isolation(Isolation.SERIALIZABLE)
                .build();
        verifyNext(serializable.read(c -> c.one(setting("transaction_isolation"))), "serializable");
        verifyNext(
                serializable
                        .readMany(c -> c.one(setting("transaction_isolation")))
                        .single(),
                "serializable");
        verifyNext(serializable.transaction(c -> c.one(setting("transaction_isolation"))), "serializable");
        verifyNext(
                serializable.transaction(
                        TransactionOptions.defaults().isolation(Isolation.READ_COMMITTED),
                        c -> c.one(setting("transaction_isolation"))),
                "read committed");
        verifyNext(serializable.one(setting("transaction_isolation")), "read committed");
        verify(serializable.close());
    }
}
