package io.fluxalchemy.engine;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.engine.Entries.ids;
import static io.fluxalchemy.engine.Entries.insert;
import static io.fluxalchemy.engine.Entries.numbers;
import static io.fluxalchemy.engine.Entries.sleep;
import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.engine.Entries.verifyNext;
import static io.fluxalchemy.engine.Entries.verifyRows;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.AcquireTimeoutException;
import io.fluxalchemy.error.StalledStreamException;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What borrowers of a pool wait for, and which connections they get. */
class PoolIT extends TwoEngines {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Override
    TestDatabase database() {
        return DATABASE;
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
    void aThousandConcurrentTransactionsShareAPoolOfTen() {
        verifyNext(
                Flux.range(0, 1_000)
                        .flatMap(i -> wide.transaction(c -> c.execute(insert(i)).then(c.one(numbers(1)))), 1_000)
                        .count(),
                1_000L);
        verifyRows(wide, 1_000);
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
        assertThat(ids(wide)).containsExactly(3L);
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
        verifyRows(wide, 1);
    }
}
