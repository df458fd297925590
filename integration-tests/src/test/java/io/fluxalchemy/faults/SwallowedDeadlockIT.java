package io.fluxalchemy.faults;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.DeadlockException;
import io.fluxalchemy.error.SerializationFailureException;
import io.fluxalchemy.error.TransactionAbortedException;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/**
 * The victim of a deadlock keeps the error to itself and goes on. Its database has rolled the whole transaction back, or refuses what
 * follows; what the body does then must not be stored by itself.
 */
class SwallowedDeadlockIT {

    @RegisterExtension
    static final TestDatabase POSTGRESQL = TestDatabase.postgresql();

    @RegisterExtension
    static final TestDatabase H2 = TestDatabase.h2();

    @RegisterExtension
    static final TestDatabase MARIADB = TestDatabase.mariadb();

    @Test
    void onPostgresqlNothingOfItIsStored() {
        nothingOfTheVictimIsStored(POSTGRESQL, SwallowedDeadlockIT::add);
    }

    @Test
    void onH2NothingOfItIsStored() {
        nothingOfTheVictimIsStored(H2, SwallowedDeadlockIT::add);
    }

    @Test
    void onMariadbNothingOfItIsStored() {
        nothingOfTheVictimIsStored(MARIADB, SwallowedDeadlockIT::add);
    }

    @Test
    void onPostgresqlASavepointSurvivesIt() {
        AsyncEngine engine = withTables(POSTGRESQL.url());
        assertThat(endsOf(engine, (c, id) -> c.nested(inner -> add(inner, id)), new ConcurrentLinkedQueue<>()))
                .containsOnly(Optional.empty());
        assertThat(number(engine, "select count(*) as n from audit")).isOne();
        verify(engine.close());
    }

    @Test
    void onH2ItsSavepointsAreGoneWithIt() {
        nothingOfTheVictimIsStored(H2, (c, id) -> c.nested(inner -> add(inner, id)));
    }

    @Test
    void onMariadbItsSavepointsAreGoneWithIt() {
        nothingOfTheVictimIsStored(MARIADB, (c, id) -> c.nested(inner -> add(inner, id)));
    }

    /** With {@code innodb_snapshot_isolation} the second to change a row is refused, and rolled back whole. */
    @Test
    void onMariadbNothingIsStoredOfOneThatMetARowChangedMeanwhile() {
        AsyncEngine engine = withTables(MARIADB.url() + "?sessionVariables=innodb_snapshot_isolation=on");
        AsyncEngine other = AsyncEngine.create(MARIADB.url());
        engine.transaction(c -> audit(c, 1)
                        .then(c.one(
                                sql("select v as n from account where id = 1").as(Integer.class)))
                        .then(other.execute(sql("update account set v = 1 where id in (1, 2)")))
                        .then(add(c, 1))
                        .onErrorResume(SerializationFailureException.class, e -> audit(c, 2)))
                .as(StepVerifier::create)
                .expectErrorSatisfies(e -> isAborted(e, SerializationFailureException.class))
                .verify(SOON);
        verify(other.close());
        isWhole(engine);
    }

    private static void nothingOfTheVictimIsStored(
            TestDatabase database, BiFunction<AsyncConnection, Integer, Mono<Long>> second) {
        AsyncEngine engine = withTables(database.url());
        Queue<Throwable> refusals = new ConcurrentLinkedQueue<>();
        List<Optional<Throwable>> ends = endsOf(engine, second, refusals);
        assertThat(ends).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(ends)
                .filteredOn(Optional::isPresent)
                .singleElement()
                .satisfies(end -> isAborted(end.orElseThrow(), DeadlockException.class));
        assertThat(refusals).singleElement().satisfies(e -> isAborted(e, DeadlockException.class));
        isWhole(engine);
    }

    /** How two transactions end that ask for each other's row; the victim goes on behind the error. */
    private static List<Optional<Throwable>> endsOf(
            AsyncEngine engine, BiFunction<AsyncConnection, Integer, Mono<Long>> second, Queue<Throwable> refusals) {
        Sinks.Empty<Void> bothHold = Sinks.empty();
        AtomicInteger holders = new AtomicInteger();
        return Flux.just(1, 2)
                .flatMap(id -> engine.transaction(c -> add(c, id)
                                .doOnNext(n -> {
                                    if (holders.incrementAndGet() == 2) {
                                        bothHold.tryEmitEmpty();
                                    }
                                })
                                .delayUntil(n -> bothHold.asMono())
                                // H2 blocks the thread that waits for a lock
                                .then(second.apply(c, 3 - id).subscribeOn(Schedulers.boundedElastic()))
                                .onErrorResume(
                                        DeadlockException.class,
                                        e -> audit(c, id)
                                                .doOnError(refusals::add)
                                                .onErrorReturn(0L)))
                        .map(n -> Optional.<Throwable>empty())
                        .onErrorResume(e -> Mono.just(Optional.of(e))))
                .collectList()
                .block(SOON);
    }

    private static void isAborted(Throwable error, Class<? extends Throwable> origin) {
        assertThat(error)
                .isInstanceOfSatisfying(
                        TransactionAbortedException.class,
                        e -> assertThat(e.origin()).isInstanceOf(origin));
    }

    /** One transaction counted up both accounts, and nothing else was stored. */
    private static void isWhole(AsyncEngine engine) {
        assertThat(number(engine, "select count(*) as n from account where v = 1"))
                .isEqualTo(2);
        assertThat(number(engine, "select count(*) as n from audit")).isZero();
        verify(engine.close());
    }

    private static AsyncEngine withTables(String url) {
        AsyncEngine engine = AsyncEngine.builder().url(url).maxSize(3).build();
        verify(Flux.just(
                        "drop table if exists account",
                        "drop table if exists audit",
                        "create table account (id int primary key, v int not null)",
                        "create table audit (n int not null)",
                        "insert into account values (1, 0), (2, 0)")
                .concatMap(text -> engine.execute(sql(text)))
                .then());
        return engine;
    }

    private static Mono<Long> add(AsyncConnection connection, int id) {
        return connection.execute(
                sql("update account set v = v + 1 where id = :id").bind("id", id));
    }

    private static Mono<Long> audit(AsyncConnection connection, int n) {
        return connection.execute(sql("insert into audit values (:n)").bind("n", n));
    }

    private static long number(AsyncEngine engine, String text) {
        Long n = engine.one(sql(text).as(Long.class)).block(SOON);
        return n == null ? -1 : n;
    }

    private static void verify(Mono<?> work) {
        StepVerifier.create(work.then()).expectComplete().verify(SOON);
    }
}
