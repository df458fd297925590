package io.fluxalchemy.testkit.faults;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The faulty driver does what its words say, and the quiet check sees what is not quiet. */
class FaultyDriverIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(150);

    private FaultyDriver driver;

    @BeforeEach
    void open() {
        driver = FaultyDriver.around(ConnectionFactories.get(DATABASE.url()));
        with(c -> run(c, "drop table if exists t").then(run(c, "create table t (a int)")))
                .block(PATIENCE);
    }

    @Test
    void behavesUntilToldOtherwiseAndAgainAfterwards() {
        driver.on(DriverStep.EXECUTE, Misbehaviour.fails(FaultyDriverIT::broken));
        StepVerifier.create(with(c -> run(c, "select 1")))
                .expectErrorMessage("broken")
                .verify(PATIENCE);
        driver.behave();
        with(c -> run(c, "select 1")).block(PATIENCE);
        assertThat(driver.traffic().unsettled()).isEmpty();
        assertThat(driver.traffic().terminated()).isPositive();
    }

    @Test
    void aStepCountsWhetherAskedByMethodOrBySql() {
        driver.on(DriverStep.COMMIT, Misbehaviour.fails(FaultyDriverIT::broken));
        StepVerifier.create(with(c -> Mono.from(c.beginTransaction()).then(Mono.from(c.commitTransaction()))))
                .expectErrorMessage("broken")
                .verify(PATIENCE);
        StepVerifier.create(with(c -> run(c, "begin").then(run(c, "commit"))))
                .expectErrorMessage("broken")
                .verify(PATIENCE);
    }

    @Test
    void whatFailsAfterwardsWasDone() {
        driver.on("insert", Misbehaviour.failsAfterwards(FaultyDriverIT::broken));
        StepVerifier.create(with(c -> run(c, "insert into t values (1)")))
                .expectErrorMessage("broken")
                .verify(PATIENCE);
        assertThat(rows()).isOne();
    }

    @Test
    void whatFailsWasNotDone() {
        driver.on("insert", Misbehaviour.fails(FaultyDriverIT::broken));
        StepVerifier.create(with(c -> run(c, "insert into t values (1)")))
                .expectErrorMessage("broken")
                .verify(PATIENCE);
        assertThat(rows()).isZero();
    }

    @Test
    void silenceLastsUntilItIsCancelled() {
        driver.on("insert", Misbehaviour.isSilentAfterwards());
        StepVerifier.create(with(c -> run(c, "insert into t values (1)").timeout(SHORT)))
                .expectError(TimeoutException.class)
                .verify(PATIENCE);
        assertThat(driver.traffic().cancelled()).isPositive();
        assertThat(rows()).isOne();
        driver.behave();
        driver.on(DriverStep.VALIDATE, Misbehaviour.isSilent());
        StepVerifier.create(with(c -> Mono.from(c.validate(io.r2dbc.spi.ValidationDepth.REMOTE))
                        .then()
                        .timeout(SHORT)))
                .expectError(TimeoutException.class)
                .verify(PATIENCE);
    }

    @Test
    void throwsWhereAPublisherIsExpected() {
        driver.on(DriverStep.SET_AUTO_COMMIT, Misbehaviour.throwsAtOnce(() -> new IllegalStateException("thrown")));
        Connection connection = Mono.from(driver.create()).block(PATIENCE);
        assertThatThrownBy(() -> connection.setAutoCommit(true)).hasMessage("thrown");
        Mono.from(connection.close()).block(PATIENCE);
    }

    @Test
    void aResultNobodyConsumesIsSeen() {
        Connection connection = Mono.from(driver.create()).block(PATIENCE);
        Result result =
                Mono.from(connection.createStatement("select 1").execute()).block(PATIENCE);
        assertThat(driver.traffic().unsettled()).containsExactly("select 1: a result nobody consumed (requested 0)");
        Flux.from(result.getRowsUpdated()).blockLast(PATIENCE);
        assertThat(driver.traffic().unsettled()).isEmpty();
        Mono.from(connection.close()).block(PATIENCE);
    }

    @Test
    void theQuietCheckSeesAnOpenTransactionAndALentConnection() {
        AsyncEngine witness =
                AsyncEngine.builder().url(DATABASE.url()).maxSize(1).build();
        AsyncEngine engine = AsyncEngine.builder()
                .url(DATABASE.url() + "?applicationName=restless")
                .maxSize(1)
                .build();
        QuietCheck check = QuietCheck.of(engine, witness, "restless");
        check.verify(PATIENCE);

        Disposable open = engine.transaction(
                        c -> c.execute(sql("insert into t values (1)")).then(Mono.never()))
                .subscribe();
        StepVerifier.create(Mono.fromSupplier(check::unrest)
                        .subscribeOn(Schedulers.boundedElastic())
                        .filter(unrest -> unrest.toString().contains("idle in transaction: insert"))
                        .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(20))))
                .assertNext(unrest -> assertThat(unrest.toString())
                        .contains("acquired=1", "idle in transaction: insert into t values (1)"))
                .expectComplete()
                .verify(PATIENCE);
        assertThatThrownBy(() -> check.verify(SHORT)).isInstanceOf(AssertionError.class);
        open.dispose();
        check.verify(PATIENCE);
        engine.close().then(witness.close()).block(PATIENCE);
    }

    private <T> Mono<T> with(java.util.function.Function<Connection, Mono<T>> use) {
        return Mono.usingWhen(
                Mono.from(driver.create()).cast(Connection.class),
                use,
                c -> Mono.from(c.close()).onErrorComplete());
    }

    private static Mono<Void> run(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    private long rows() {
        driver.behave();
        Long count = with(c -> Mono.from(
                                c.createStatement("select count(*) from t").execute())
                        .flatMap(r -> Mono.from(r.map((row, m) -> row.get(0, Long.class)))))
                .block(PATIENCE);
        return count == null ? -1 : count;
    }

    private static Throwable broken() {
        return new R2dbcNonTransientResourceException("broken", "08006");
    }
}
