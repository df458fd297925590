package io.fluxalchemy.engine;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.NoRowException;
import io.fluxalchemy.error.SqlSyntaxException;
import io.fluxalchemy.error.TooManyRowsException;
import io.fluxalchemy.error.UniqueViolationException;
import io.fluxalchemy.error.WriteRefusedException;
import io.fluxalchemy.sql.SqlText;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class EngineIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final Duration SOON = Duration.ofSeconds(60);

    private AsyncEngine engine;

    @BeforeEach
    void open() {
        engine = AsyncEngine.builder().url(DATABASE.url()).maxSize(4).build();
        StepVerifier.create(engine.execute(sql("drop table if exists account"))
                        .then(engine.execute(sql("create table account (id int primary key, balance bigint)")))
                        .then(engine.execute(sql("insert into account values (1, 100), (2, 200), (3, null)"))))
                .expectNext(3L)
                .expectComplete()
                .verify(SOON);
    }

    @AfterEach
    void close() {
        StepVerifier.create(engine.close()).expectComplete().verify(SOON);
    }

    @Test
    void allReadsRowsInOrderAndKeepsNulls() {
        StepVerifier.create(engine.all(balances("select balance from account order by id")))
                .assertNext(rows -> assertThat(rows).containsExactly(100L, 200L, null))
                .expectComplete()
                .verify(SOON);
        assertThat(engine.pool().acquired()).isZero();
    }

    @Test
    void oneWantsExactlyOneRow() {
        verifyNext(engine.one(balances("select balance from account where id = 1")), 100L);
        verifyError(engine.one(balances("select balance from account where id = 9")), NoRowException.class);
        verifyError(engine.one(balances("select balance from account")), TooManyRowsException.class);
        StepVerifier.create(engine.one(balances("select balance from account where id = 3")))
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void oneOrEmptyAndFirst() {
        StepVerifier.create(engine.oneOrEmpty(balances("select balance from account where id = 9")))
                .expectComplete()
                .verify(SOON);
        verifyError(engine.oneOrEmpty(balances("select balance from account")), TooManyRowsException.class);
        verifyNext(engine.first(balances("select balance from account order by id")), 100L);
    }

    @Test
    void parametersAreBound() {
        verifyNext(
                engine.one(sql("select balance from account where id = :id")
                        .bind("id", 2)
                        .map(row -> row.get("balance", Long.class))),
                200L);
    }

    @Test
    void streamDeliversOnDemandAndReleasesOnCancel() {
        StepVerifier.create(
                        engine.stream(sql("select g::bigint as g from generate_series(1, 100000) g")
                                .map(row -> row.get("g", Long.class))),
                        2)
                .expectNext(1L, 2L)
                .thenRequest(1)
                .expectNext(3L)
                .thenCancel()
                .verify(SOON);
        StepVerifier.create(engine.pendingCleanup()).expectComplete().verify(SOON);
        assertThat(engine.pool().acquired()).isZero();
    }

    @Test
    void aNullScalarInAStreamIsAnErrorThatNamesTheFix() {
        StepVerifier.create(engine.stream(balances("select balance from account order by id")))
                .expectNext(100L, 200L)
                .expectErrorSatisfies(e ->
                        assertThat(e).isInstanceOf(ConversionException.class).hasMessageContaining("coalesce"))
                .verify(SOON);
        assertThat(engine.pool().acquired()).isZero();
    }

    @Test
    void errorsAreNamedByCauseAndHoldNoValue() {
        StepVerifier.create(engine.execute(
                        sql("insert into account values (:id, 7)").bind("id", 1)))
                .expectErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(UniqueViolationException.class)
                        .hasMessage("unique violation (SQLSTATE 23505)"))
                .verify(SOON);
        verifyError(engine.all(sql("selec 1").rows()), SqlSyntaxException.class);
        assertThat(engine.pool().acquired()).isZero();
    }

    @Test
    void aReadScopeRefusesWritesBeforeTheyAreSent() {
        verifyError(engine.read(c -> c.execute(sql("delete from account"))), WriteRefusedException.class);
        verifyNext(engine.one(balances("select count(*) as balance from account")), 3L);
    }

    @Test
    void windowsAreCompleteStatementsWithTheTurnFreeBetweenThem() {
        SqlText.Typed<Long> numbers = sql("select g::bigint as g from generate_series(1, :n) g")
                .bind("n", 10)
                .map(row -> row.get("g", Long.class));

        StepVerifier.create(engine.readMany(c -> c.windows(numbers, 4)
                        .concatMap(window -> c.one(balances("select balance from account where id = 1"))
                                .map(balance -> window.size() + balance))))
                .expectNext(104L, 104L, 102L)
                .expectComplete()
                .verify(SOON);
        assertThat(engine.pool().acquired()).isZero();
    }

    @Test
    void nothingHappensBeforeSubscription() {
        Mono<Long> deletion = engine.execute(sql("delete from account"));
        verifyNext(engine.one(balances("select count(*) as balance from account")), 3L);
        verifyNext(deletion, 3L);
        verifyNext(deletion, 0L);
    }

    @Test
    void connectionsAreReusedAndTheirSettingsReset() {
        AsyncEngine single =
                AsyncEngine.builder().url(DATABASE.url()).maxSize(1).build();
        StepVerifier.create(single.execute(sql("set statement_timeout = 50"))
                        .thenMany(Flux.range(0, 3)
                                .concatMap(i -> single.one(sql("select current_setting('statement_timeout') as s")
                                        .map(row -> row.get("s", String.class))))))
                .expectNext("0", "0", "0")
                .expectComplete()
                .verify(SOON);
        StepVerifier.create(single.close()).expectComplete().verify(SOON);
    }

    private static SqlText.Typed<Long> balances(String text) {
        return sql(text).map(row -> row.getOrNull("balance", Long.class));
    }

    private static <T> void verifyNext(Mono<T> mono, T expected) {
        StepVerifier.create(mono).expectNext(expected).expectComplete().verify(SOON);
    }

    private static void verifyError(Mono<?> mono, Class<? extends Throwable> expected) {
        StepVerifier.create(mono).expectError(expected).verify(SOON);
    }
}
