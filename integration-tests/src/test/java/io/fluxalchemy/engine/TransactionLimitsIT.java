package io.fluxalchemy.engine;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.engine.Entries.ids;
import static io.fluxalchemy.engine.Entries.insert;
import static io.fluxalchemy.engine.Entries.quiet;
import static io.fluxalchemy.engine.Entries.recreate;
import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.engine.Entries.verifyError;
import static io.fluxalchemy.engine.Entries.verifyNext;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.ConfigurationException;
import io.fluxalchemy.error.LockTimeoutException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.error.StatementTimeoutException;
import io.fluxalchemy.error.TransactionTimeoutException;
import io.fluxalchemy.sql.SqlText;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Limits of statements and locks are held by every server, and end with their transaction. */
class TransactionLimitsIT {

    private static final TestDatabase POSTGRESQL = TestDatabase.postgresql();
    private static final TestDatabase H2 = TestDatabase.h2();
    private static final TestDatabase MARIADB = TestDatabase.mariadb();

    /** What takes for ever, and what tells the session's limits as one text. */
    private record Texts(String slow, String limits) {}

    private static final Map<TestDatabase, Texts> TEXTS = new LinkedHashMap<>();
    private static final Map<TestDatabase, AsyncEngine> ENGINES = new LinkedHashMap<>();

    @BeforeAll
    static void open() {
        TEXTS.put(
                POSTGRESQL,
                new Texts(
                        "select pg_sleep(30)::text as s",
                        "select current_setting('statement_timeout') || ' ' || current_setting('lock_timeout') as s"));
        TEXTS.put(
                H2,
                new Texts(
                        "select cast(count(*) as varchar) as s from system_range(1, 1000000) a, system_range(1, 1000000) b",
                        "select cast(lock_timeout() as varchar) || ' ' || (select setting_value from"
                                + " information_schema.settings where setting_name = 'QUERY_TIMEOUT') as s"));
        TEXTS.put(
                MARIADB,
                new Texts(
                        "select sleep(30) as s",
                        "select concat(@@session.max_statement_time, ' ', @@session.innodb_lock_wait_timeout, ' ',"
                                + " @@session.lock_wait_timeout) as s"));
        for (TestDatabase database : TEXTS.keySet()) {
            AsyncEngine engine =
                    AsyncEngine.builder().url(database.url()).maxSize(2).build();
            recreate(engine);
            ENGINES.put(database, engine);
        }
    }

    @AfterAll
    static void close() {
        ENGINES.values().forEach(engine -> verify(engine.close()));
        TEXTS.keySet().forEach(TestDatabase::close);
    }

    @TestFactory
    Stream<DynamicTest> aStatementThatRunsTooLongIsStoppedByTheServer() {
        return everywhere((engine, texts) -> {
            TransactionOptions limited = TransactionOptions.defaults().statementTimeout(Duration.ofSeconds(2));
            takesAbout(
                    Duration.ofSeconds(2),
                    engine.transaction(limited, c -> c.all(sql(texts.slow()).rows())),
                    StatementTimeoutException.class);
        });
    }

    @TestFactory
    Stream<DynamicTest> aStatementThatWaitsTooLongForALockIsStoppedByTheServer() {
        return everywhere((engine, texts) -> {
            verify(engine.execute(insert(1)));
            TransactionOptions limited = TransactionOptions.defaults().lockTimeout(Duration.ofSeconds(2));
            verify(engine.transaction(c -> c.execute(touch())
                    .then(Mono.defer(() -> within(
                            Duration.ofSeconds(2),
                            engine.requiresNew(limited, other -> other.execute(touch())),
                            LockTimeoutException.class)))));
        });
    }

    @TestFactory
    Stream<DynamicTest> limitsEndWithTheirTransaction() {
        return everywhere((engine, texts) -> {
            String before = limits(engine, texts);
            TransactionOptions limited = TransactionOptions.defaults()
                    .statementTimeout(Duration.ofSeconds(3))
                    .lockTimeout(Duration.ofSeconds(4));
            StepVerifier.create(engine.transaction(limited, c -> c.one(text(texts.limits()))))
                    .assertNext(inside -> assertThat(inside)
                            .isNotEqualTo(before)
                            .contains("3")
                            .contains("4"))
                    .expectComplete()
                    .verify(SOON);
            verifyError(
                    engine.transaction(limited, c -> c.execute(insert(1)).then(Mono.error(new ArithmeticException()))),
                    ArithmeticException.class);
            assertThat(limits(engine, texts)).isEqualTo(before);
        });
    }

    @TestFactory
    Stream<DynamicTest> aReadWithALimitIsATransactionWithIt() {
        return everywhere((engine, texts) -> StepVerifier.create(engine.read(
                        TransactionOptions.defaults().statementTimeout(Duration.ofSeconds(7)),
                        c -> c.one(text(texts.limits()))))
                .assertNext(inside -> assertThat(inside).contains("7"))
                .expectComplete()
                .verify(SOON));
    }

    @TestFactory
    Stream<DynamicTest> aDeadlineRollsBackEverywhere() {
        return everywhere((engine, texts) -> {
            verifyError(
                    engine.transaction(
                            TransactionOptions.defaults().timeout(Duration.ofMillis(300)),
                            c -> c.execute(insert(1)).then(Mono.never())),
                    TransactionTimeoutException.class);
            assertThat(ids(engine)).isEmpty();
        });
    }

    @Test
    void theServersOwnClockIsSetALittleLaterForAClientThatIsGone() {
        StepVerifier.create(ENGINES.get(POSTGRESQL)
                        .transaction(
                                TransactionOptions.defaults().timeout(Duration.ofSeconds(20)),
                                c -> c.one(text(
                                        "select setting as s from pg_settings where name = 'transaction_timeout'"))))
                .assertNext(millis -> assertThat(Integer.parseInt(millis)).isBetween(21_000, 22_000))
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void aTransactionEndedByTheServersClockIsATransactionTimeout() {
        AsyncEngine engine = ENGINES.get(POSTGRESQL);
        verifyError(
                engine.transaction(c -> c.execute(sql("set local transaction_timeout = 200"))
                        .then(c.all(sql("select pg_sleep(30)::text as s").rows()))),
                TransactionTimeoutException.class);
        quiet(engine);
        verifyNext(engine.one(text("select 'well' as s")), "well");
    }

    @Test
    void whatADatabaseCannotHoldIsRefusedBeforeAnythingIsSent() {
        verifyError(
                ENGINES.get(MARIADB)
                        .transaction(
                                TransactionOptions.defaults().lockTimeout(Duration.ofMillis(300)),
                                c -> c.execute(insert(1))),
                StatementException.class);
        verifyError(
                ENGINES.get(H2)
                        .transaction(
                                TransactionOptions.serializable().readOnly().deferrable(), c -> c.execute(insert(1))),
                StatementException.class);
        verifyNext(
                ENGINES.get(POSTGRESQL)
                        .transaction(
                                TransactionOptions.serializable().readOnly().deferrable(),
                                c -> c.one(text("select current_setting('transaction_deferrable') as s"))),
                "on");
    }

    @Test
    void aBlockThatJoinsCannotChangeTheLimits() {
        AsyncEngine engine = ENGINES.get(POSTGRESQL);
        TransactionOptions limited = TransactionOptions.defaults().lockTimeout(Duration.ofSeconds(1));
        verifyError(
                engine.transaction(c -> engine.transaction(limited, inner -> Mono.empty())),
                ConfigurationException.class);
        verify(engine.transaction(limited, c -> engine.transaction(limited, inner -> Mono.empty())));
    }

    private static void takesAbout(Duration expected, Mono<?> work, Class<? extends Throwable> error) {
        verify(within(expected, work, error));
    }

    /** Never a fifth too early; a fifth too late is other work on the machine, unless it is always so. */
    private static Mono<Void> within(Duration expected, Mono<?> work, Class<? extends Throwable> error) {
        return Mono.defer(() -> {
                    long start = System.nanoTime();
                    return work.then(Mono.<Throwable>empty())
                            .onErrorResume(Mono::just)
                            .switchIfEmpty(Mono.error(new AssertionError("no error")))
                            .map(e -> {
                                assertThat(e).isInstanceOf(error);
                                Duration took = Duration.ofNanos(System.nanoTime() - start);
                                assertThat(took)
                                        .isGreaterThanOrEqualTo(
                                                expected.multipliedBy(8).dividedBy(10));
                                return took;
                            });
                })
                .filter(took -> took.compareTo(expected.multipliedBy(12).dividedBy(10)) <= 0)
                .repeatWhenEmpty(4, again -> again)
                .then();
    }

    private static SqlText touch() {
        return sql("update entry set n = n + 1 where id = 1");
    }

    private static SqlText.Typed<String> text(String query) {
        return sql(query).map(row -> row.get("s", String.class));
    }

    private static String limits(AsyncEngine engine, Texts texts) {
        return engine.one(text(texts.limits())).block(SOON);
    }

    private interface Check {
        void on(AsyncEngine engine, Texts texts);
    }

    private static Stream<DynamicTest> everywhere(Check check) {
        return ENGINES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey().toString(), () -> {
                    AsyncEngine engine = entry.getValue();
                    verify(engine.execute(sql("delete from entry")));
                    check.on(engine, TEXTS.get(entry.getKey()));
                    quiet(engine);
                }));
    }
}
