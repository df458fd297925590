package io.fluxalchemy.engine;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.error.StreamOpenException;
import io.fluxalchemy.error.TransactionDoomedException;
import io.fluxalchemy.error.UniqueViolationException;
import io.fluxalchemy.sql.SqlText;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The promises of a transaction that hold on every database, on a pool of one. */
class TransactionsEverywhereIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<TestDatabase> DATABASES =
            List.of(TestDatabase.postgresql(), TestDatabase.h2(), TestDatabase.mariadb());
    private static final java.util.Map<TestDatabase, AsyncEngine> ENGINES = new java.util.LinkedHashMap<>();

    @BeforeAll
    static void open() {
        for (TestDatabase database : DATABASES) {
            AsyncEngine engine = AsyncEngine.builder()
                    .url(database.url())
                    .maxSize(1)
                    .acquireTimeout(Duration.ofSeconds(5))
                    .build();
            verify(engine.execute(sql("create table entry (id int primary key)")));
            ENGINES.put(database, engine);
        }
    }

    @AfterAll
    static void close() {
        ENGINES.values().forEach(engine -> verify(engine.close()));
        DATABASES.forEach(TestDatabase::close);
    }

    @TestFactory
    Stream<DynamicTest> aBodyThatCompletesIsCommitted() {
        return everywhere(engine -> verify(engine.transaction(c -> c.execute(insert(1)))), 1L);
    }

    @TestFactory
    Stream<DynamicTest> aBodyThatFailsIsRolledBack() {
        return everywhere(engine -> StepVerifier.create(engine.transaction(
                        c -> c.execute(insert(1)).then(Mono.error(new IllegalStateException("mine")))))
                .expectErrorMessage("mine")
                .verify(SOON));
    }

    @TestFactory
    Stream<DynamicTest> aBodyThatIsCancelledIsRolledBack() {
        return everywhere(engine -> {
            verify(engine.transaction(c -> c.execute(insert(1)).then(Mono.never()))
                    .timeout(Duration.ofMillis(100), Mono.empty()));
            verify(engine.pendingCleanup());
        });
    }

    @TestFactory
    Stream<DynamicTest> aNestedBodyIsRolledBackAlone() {
        return everywhere(
                engine -> verify(engine.transaction(c -> c.execute(insert(1))
                        .then(c.nested(inner -> inner.execute(insert(2)).then(inner.execute(insert(1)))))
                        .onErrorResume(UniqueViolationException.class, e -> c.execute(insert(3))))),
                1L,
                3L);
    }

    @TestFactory
    Stream<DynamicTest> aJoinedFailureDoomsTheWhole() {
        return everywhere(engine -> StepVerifier.create(engine.transaction(c -> c.execute(insert(1))
                        .then(engine.transaction(inner -> Mono.error(new IllegalStateException("inner"))))
                        .onErrorResume(e -> Mono.empty())))
                .expectError(TransactionDoomedException.class)
                .verify(SOON));
    }

    @TestFactory
    Stream<DynamicTest> tenOperationsAtOnceRunOneAfterTheOther() {
        return everywhere(
                engine -> verify(engine.transaction(c -> Flux.merge(IntStream.range(0, 10)
                                .mapToObj(i -> c.execute(insert(i)))
                                .toList())
                        .then())),
                IntStream.range(0, 10).mapToObj(i -> (long) i).toArray(Long[]::new));
    }

    @TestFactory
    Stream<DynamicTest> anOperationInsideAnOpenStreamIsRefused() {
        return everywhere(engine -> StepVerifier.create(engine.transaction(c -> Flux.range(1, 50)
                        .concatMap(i -> c.execute(insert(i)))
                        .thenMany(c.stream(ids()))
                        .flatMap(id -> c.execute(insert(100)))
                        .then()))
                .expectError(StreamOpenException.class)
                .verify(SOON));
    }

    @TestFactory
    Stream<DynamicTest> aStreamCutShortLeavesTheConnectionUsable() {
        return everywhere(
                engine -> verify(engine.transaction(c -> Flux.range(1, 50)
                        .concatMap(i -> c.execute(insert(i)))
                        .thenMany(c.stream(ids()).take(3))
                        .then(c.execute(sql("delete from entry where id > 2"))))),
                1L,
                2L);
    }

    @TestFactory
    Stream<DynamicTest> isolationAndReadOnlyDoNotStayBehind() {
        return everywhere(
                engine -> verify(engine.transaction(
                                TransactionOptions.defaults().isolation(Isolation.SERIALIZABLE),
                                c -> c.execute(insert(1)))
                        .then(engine.read(
                                TransactionOptions.defaults().isolation(Isolation.READ_COMMITTED), c -> c.all(ids())))
                        .then(engine.transaction(c -> c.execute(insert(2))))),
                1L,
                2L);
    }

    @TestFactory
    Stream<DynamicTest> aUniqueViolationIsNamed() {
        return everywhere(engine -> StepVerifier.create(
                        engine.transaction(c -> c.execute(insert(1)).then(c.execute(insert(1)))))
                .expectError(UniqueViolationException.class)
                .verify(SOON));
    }

    @TestFactory
    Stream<DynamicTest> cancelledAtEverySignalNothingLeaks() {
        return everywhere(engine -> {
            for (int micros = 0; micros < 4_000; micros += 100) {
                verify(engine.transaction(c ->
                                c.execute(insert(1)).then(c.execute(insert(2))).then(c.all(ids())))
                        .then()
                        .timeout(Duration.ofNanos(1 + micros * 1_000L), Mono.empty())
                        .then(engine.transaction(c -> c.execute(sql("delete from entry")))));
            }
            verify(engine.pendingCleanup());
            assertThat(engine.pool().acquired()).isZero();
        });
    }

    private static Stream<DynamicTest> everywhere(java.util.function.Consumer<AsyncEngine> test, Long... left) {
        return ENGINES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey().toString(), () -> {
                    AsyncEngine engine = entry.getValue();
                    verify(engine.execute(sql("delete from entry")));
                    test.accept(engine);
                    StepVerifier.create(engine.all(ids()))
                            .assertNext(rows -> assertThat(rows).containsExactly(left))
                            .expectComplete()
                            .verify(SOON);
                    assertThat(engine.pool().acquired()).isZero();
                }));
    }

    private static SqlText insert(int id) {
        return sql("insert into entry (id) values (:id)").bind("id", id);
    }

    private static SqlText.Typed<Long> ids() {
        Function<io.fluxalchemy.sql.SqlRow, Long> id = row -> row.get("id", Long.class);
        return sql("select id from entry order by id").map(id);
    }

    private static void verify(Mono<?> mono) {
        StepVerifier.create(mono.then()).expectComplete().verify(SOON);
    }
}
