package io.fluxalchemy.engine;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.engine.Entries.numbers;
import static io.fluxalchemy.engine.Entries.quiet;
import static io.fluxalchemy.engine.Entries.sleep;
import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.engine.Entries.verifyError;
import static io.fluxalchemy.engine.Entries.verifyNext;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.sql.SqlText;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.type.Types;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** A statement of the driver's runs again on its connection with other values; nothing of an earlier run is left in it. */
class StatementReuseIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private AsyncEngine engine;

    @BeforeEach
    void open() {
        engine = AsyncEngine.builder().url(DATABASE.url()).maxSize(1).build();
    }

    @AfterEach
    void close() {
        quiet(engine);
        verify(engine.close(Duration.ofSeconds(2)));
    }

    @Test
    void valuesAreThoseOfTheRunNullsAmongThem() {
        for (int i = 0; i < 50; i++) {
            verifyNext(engine.one(shown(i, i % 3 == 0 ? null : "text " + i)), i + (i % 3 == 0 ? "none" : "text " + i));
        }
    }

    @Test
    void runsInOneTransactionAndRunsAfterARollbackTakeTheirOwnValues() {
        verifyNext(
                engine.transaction(c -> Flux.range(0, 20)
                        .concatMap(i -> c.one(shown(i, null)))
                        .collectList()
                        .map(List::size)),
                20);
        verifyError(engine.transaction(c -> c.one(shown(1, "a")).then(c.one(quotient(1, 0)))), DatabaseException.class);
        verifyNext(engine.transaction(c -> c.one(shown(2, "b"))), "2b");
    }

    @Test
    void aRunThatFailsLeavesNothingToTheNext() {
        for (int i = 1; i <= 5; i++) {
            verifyNext(engine.one(quotient(10 * i, i)), 10);
            verifyError(engine.one(quotient(10, 0)), DatabaseException.class);
        }
    }

    @Test
    void aRunThatIsCancelledLeavesNothingToTheNext() {
        verify(engine.all(sleep(0)));
        StepVerifier.create(engine.all(sleep(30)))
                .thenAwait(Duration.ofMillis(20))
                .thenCancel()
                .verify(SOON);
        verify(engine.all(sleep(0)));
        verifyNext(engine.one(shown(1, "after")), "1after");
    }

    @Test
    void aStreamOfTheSameTextFetchesAsStreamsDo() {
        List<Long> all = LongStream.rangeClosed(1, 2_500).boxed().toList();
        for (int i = 0; i < 3; i++) {
            verifyNext(engine.all(numbers(2_500)), all);
            StepVerifier.create(engine.stream(numbers(2_500)).take(3))
                    .expectNext(1L, 2L, 3L)
                    .expectComplete()
                    .verify(SOON);
            verifyNext(engine.stream(numbers(2_500)).collectList(), all);
        }
    }

    @Test
    void manyMoreTextsThanAreKeptRunRight() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 150; i++) {
                String text = "select :n::int + " + i + " as sum";
                assertThat(engine.one(sql(text).bind("n", round).map(row -> row.get("sum", Integer.class)))
                                .block(SOON))
                        .isEqualTo(round + i);
            }
        }
    }

    private static SqlText.Typed<String> shown(int number, @Nullable String text) {
        SqlText shown = sql("select :n::int::text || coalesce(:t::text, 'none') as shown")
                .bind("n", number);
        return (text == null ? shown.bindNull("t", Types.TEXT) : shown.bind("t", text))
                .map(row -> row.get("shown", String.class));
    }

    private static SqlText.Typed<Integer> quotient(int dividend, int divisor) {
        return sql("select :a::int / :b::int as q")
                .bind("a", dividend)
                .bind("b", divisor)
                .map(row -> row.get("q", Integer.class));
    }
}
