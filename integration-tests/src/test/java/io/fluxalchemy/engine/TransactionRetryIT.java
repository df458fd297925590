package io.fluxalchemy.engine;

import static io.fluxalchemy.engine.Entries.insert;
import static io.fluxalchemy.engine.Entries.quiet;
import static io.fluxalchemy.engine.Entries.recreate;
import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.engine.Entries.verifyError;
import static io.fluxalchemy.engine.Entries.verifyNext;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.SerializationFailureException;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** Transactions that meet each other, run again or not. */
class TransactionRetryIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private AsyncEngine engine;
    private AsyncEngine wide;

    @BeforeEach
    void open() {
        engine = AsyncEngine.builder()
                .url(DATABASE.url())
                .maxSize(1)
                .acquireTimeout(Duration.ofSeconds(2))
                .build();
        wide = AsyncEngine.builder().url(DATABASE.url()).maxSize(10).build();
        recreate(wide);
    }

    @AfterEach
    void everyConnectionCameBack() {
        quiet(engine);
        quiet(wide);
        verify(engine.close(Duration.ofSeconds(2)).then(wide.close(Duration.ofSeconds(2))));
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
}
