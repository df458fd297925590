package io.fluxalchemy.faults;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.engine.Entries.insert;
import static io.fluxalchemy.engine.Entries.numbers;
import static io.fluxalchemy.engine.Entries.quiet;
import static io.fluxalchemy.engine.Entries.recreate;
import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.engine.Entries.verifyRows;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.Entries;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.faults.DriverStep;
import io.fluxalchemy.testkit.faults.FaultProxy;
import io.fluxalchemy.testkit.faults.FaultyDriver;
import io.fluxalchemy.testkit.faults.Injury;
import io.fluxalchemy.testkit.faults.Misbehaviour;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.R2dbcRollbackException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A BEGIN that fails does not stop what was sent behind it: so nothing that writes is. */
class RefusedBeginIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    /** Ways to write, each of which would be stored by autocommit if it travelled with a BEGIN that is refused. */
    private static final List<Function<AsyncConnection, Mono<?>>> WRITES = List.of(
            c -> c.execute(insert(1)),
            c -> c.all(sql("insert into entry (id) values (1) returning id").rows()),
            c -> c.stream(sql("insert into entry (id) values (1) returning id").rows())
                    .collectList(),
            c -> c.nested(inner -> inner.execute(insert(1))),
            c -> c.exclusively(own -> own.execute(insert(1))));

    private AsyncEngine direct;

    @BeforeEach
    void open() {
        direct = AsyncEngine.create(DATABASE.url());
        recreate(direct);
    }

    @AfterEach
    void close() {
        verify(direct.close());
    }

    @Test
    void aBeginTheServerRefusesNeverStoresARow() {
        // more milliseconds than the server counts: error 22023
        TransactionOptions refused = TransactionOptions.defaults().lockTimeout(Duration.ofDays(100_000));
        for (Function<AsyncConnection, Mono<?>> write : WRITES) {
            StepVerifier.create(direct.transaction(refused, c -> write.apply(c).then()))
                    .expectErrorSatisfies(e -> assertThat(e).hasMessageContaining("22023"))
                    .verify(SOON);
            verifyRows(direct, 0);
        }
        quiet(direct);
    }

    @Test
    void aBeginTheDriverRefusesNeverStoresARow() {
        FaultyDriver driver = FaultyDriver.around(ConnectionFactories.get(DATABASE.url()));
        AsyncEngine engine =
                AsyncEngine.builder().connectionFactory(driver).maxSize(1).build();
        driver.on(DriverStep.BEGIN, Misbehaviour.fails(() -> new R2dbcRollbackException("no", "42601")));
        for (Function<AsyncConnection, Mono<?>> write : WRITES) {
            StepVerifier.create(engine.transaction(c -> write.apply(c).then()))
                    .expectErrorSatisfies(e -> assertThat(e).hasMessageContaining("42601"))
                    .verify(SOON);
            verifyRows(direct, 0);
        }
        driver.behave();
        verify(engine.transaction(c -> c.execute(insert(1))).then(engine.close()));
    }

    @Test
    void whileBeginIsUnansweredAReadIsOnItsWayAndAWriteIsNot() {
        for (boolean writes : List.of(false, true)) {
            FaultyDriver driver = FaultyDriver.around(ConnectionFactories.get(DATABASE.url()));
            AsyncEngine engine = AsyncEngine.builder()
                    .connectionFactory(driver)
                    .maxSize(1)
                    .operationDrain(Duration.ofMillis(50))
                    .build();
            verify(engine.one(numbers(1)));
            driver.on(DriverStep.BEGIN, Misbehaviour.isSilentAfterwards());
            long before = driver.traffic().subscribed();
            BooleanSupplier isOnItsWay = () -> driver.traffic().subscribed() > before + 2;
            // what is to be sent is waited for, what is not has a second to be sent all the same
            Mono<?> longEnough = writes
                    ? Mono.delay(Duration.ofSeconds(1))
                    : Mono.fromSupplier(isOnItsWay::getAsBoolean)
                            .filter(so -> so)
                            .repeatWhenEmpty(looks -> looks.delayElements(Duration.ofMillis(10)));
            verify(engine.transaction(c -> writes
                            ? c.execute(insert(1)).then()
                            : c.all(select(value(1))).then())
                    .timeout(
                            longEnough,
                            Mono.fromRunnable(() -> assertThat(isOnItsWay.getAsBoolean())
                                    .as("writes: " + writes)
                                    .isEqualTo(!writes))));
            driver.behave();
            quiet(engine);
            verify(engine.close());
        }
        verifyRows(direct, 0);
    }

    @Test
    void aBeginWhoseLinkIsLostRunsOnAnotherConnectionAndStoresOnce() {
        try (FaultProxy proxy = FaultProxy.before(DATABASE.url())) {
            Entries heard = new Entries();
            AsyncEngine engine = AsyncEngine.builder()
                    .url(proxy.through(DATABASE.url()))
                    .maxSize(1)
                    .listener(heard)
                    .build();
            for (int i = 1; i <= 3; i++) {
                int id = i;
                verify(engine.one(numbers(1)));
                Runnable heal = proxy::heal;
                proxy.whileWaiting("begin", () -> {
                    heal.run();
                    proxy.now(Injury.RESET);
                });
                verify(engine.transaction(c -> c.execute(insert(id))));
            }
            assertThat(proxy.injuries()).isEqualTo(3);
            verifyRows(direct, 3);
            assertThat(heard.outcomes()).containsOnly(Outcome.COMMITTED).hasSize(3);
            quiet(engine);
            verify(engine.close());
        }
    }

    @Test
    void aReadWhoseLinkIsLostWithItsBeginIsReadOnAnotherConnection() {
        try (FaultProxy proxy = FaultProxy.before(DATABASE.url())) {
            AsyncEngine engine = AsyncEngine.builder()
                    .url(proxy.through(DATABASE.url()))
                    .maxSize(1)
                    .build();
            verify(engine.one(numbers(1)));
            proxy.whileWaiting("begin", () -> {
                proxy.heal();
                proxy.now(Injury.RESET);
            });
            verify(engine.transaction(c -> c.all(select(value(1)))));
            assertThat(proxy.injuries()).isOne();
            quiet(engine);
            verify(engine.close());
        }
    }
}
