package io.fluxalchemy.engine;

import static io.fluxalchemy.engine.Entries.insert;
import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.engine.Entries.verifyError;
import static io.fluxalchemy.engine.Entries.verifyNext;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.SerializationFailureException;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Transactions that meet each other, run again or not. */
class TransactionRetryIT extends TwoEngines {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @Test
    void retryRunsTheWholeTransactionAgainAfterASerializationFailure() {
        verify(wide.execute(insert(1)).then(wide.execute(insert(2))));
        AtomicInteger attempts = new AtomicInteger();
        Sinks.Empty<Void> bothHaveRead = Sinks.empty();
        AtomicInteger reads = new AtomicInteger();
        Function<Integer, Mono<Long>> skewed = id -> wide.transaction(
                TransactionOptions.serializable().retry(10),
                c -> Mono.fromSupplier(attempts::incrementAndGet)
                        .then(c.one(sql("select sum(n)::bigint as n from entry").map(row -> row.get("n", Long.class))))
                        .delayUntil(sum -> together(reads, bothHaveRead))
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
        Sinks.Empty<Void> bothHaveRead = Sinks.empty();
        AtomicInteger reads = new AtomicInteger();
        Function<Integer, Mono<Long>> skewed = id -> wide.transaction(
                TransactionOptions.serializable(),
                c -> c.one(sql("select sum(n)::bigint as n from entry").map(row -> row.get("n", Long.class)))
                        .delayUntil(sum -> together(reads, bothHaveRead))
                        .flatMap(sum -> c.execute(sql("update entry set n = :n where id = :id")
                                .bind("n", sum + 1)
                                .bind("id", id))));
        verifyError(Mono.zip(skewed.apply(1), skewed.apply(2)), SerializationFailureException.class);
    }

    /** Ends when two have come; who comes later does not wait. */
    private static Mono<Void> together(AtomicInteger come, Sinks.Empty<Void> both) {
        if (come.incrementAndGet() == 2) {
            both.tryEmitEmpty();
        }
        return both.asMono();
    }
}
