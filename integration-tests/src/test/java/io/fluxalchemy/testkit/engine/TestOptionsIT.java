package io.fluxalchemy.testkit.engine;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.testkit.engine.Notes.NOTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.SqlExecutor;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.error.ConfigurationException;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.TransactionTimeoutException;
import io.fluxalchemy.error.WriteRefusedException;
import io.fluxalchemy.schema.MetaData;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the options of a transaction mean inside a test: applied, or refused with the way out. */
class TestOptionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TransactionOptions PLAIN = TransactionOptions.defaults();
    private static final TransactionOptions SHORT = PLAIN.timeout(Duration.ofMillis(200));

    @RegisterExtension
    static final TestEngine ENGINE = TestEngine.postgresql();

    private final AsyncEngine engine = ENGINE;

    @BeforeAll
    static void createTable() {
        ENGINE.createAll(MetaData.of(NOTES)).block(PATIENCE);
    }

    private static Mono<Long> write(SqlExecutor executor, String text) {
        return executor.execute(insertInto(NOTES).set(NOTES.text, text));
    }

    private static <T> T await(Mono<T> work) {
        return work.block(PATIENCE);
    }

    private List<String> texts() {
        return await(engine.all(select(NOTES.text).from(NOTES).orderBy(NOTES.id.asc())));
    }

    private static Mono<Long> conflict(AsyncConnection connection) {
        return connection.execute(sql("do $$ begin raise exception 'again' using errcode = '40001'; end $$"));
    }

    @Test
    void aReadOnlyTransactionRefusesToWrite() {
        assertThatThrownBy(() -> await(engine.transaction(PLAIN.readOnly(), c -> write(c, "no"))))
                .isInstanceOf(WriteRefusedException.class);
        assertThatThrownBy(() -> await(engine.requiresNew(PLAIN.readOnly(), c -> write(c, "no"))))
                .isInstanceOf(WriteRefusedException.class);
        assertThat(texts()).isEmpty();
    }

    @Test
    void aTransactionThatTakesTooLongIsUndoneAlone() {
        await(write(engine, "before"));
        assertThatThrownBy(() -> await(
                        engine.transaction(SHORT, c -> write(c, "late").then(c.execute(sql("select pg_sleep(5)"))))))
                .isInstanceOf(TransactionTimeoutException.class);
        assertThatThrownBy(() ->
                        await(engine.requiresNew(SHORT, c -> write(c, "late").then(Mono.<Long>never()))))
                .isInstanceOf(TransactionTimeoutException.class);
        assertThatThrownBy(() -> await(engine.read(SHORT, c -> Mono.<Long>never())))
                .isInstanceOf(TransactionTimeoutException.class);
        assertThatThrownBy(() -> engine.readMany(SHORT, c -> Flux.<Long>never()).blockLast(PATIENCE))
                .isInstanceOf(TransactionTimeoutException.class);
        assertThat(texts()).containsExactly("before");
    }

    @Test
    void aConflictRunsTheBodyAgainAndNotWhatWasBefore() {
        await(write(engine, "before"));
        AtomicInteger attempts = new AtomicInteger();
        await(engine.transaction(
                PLAIN.retry(3),
                c -> write(c, "try " + attempts.incrementAndGet())
                        .then(attempts.get() < 3 ? conflict(c) : Mono.just(1L))));
        assertThat(texts()).containsExactly("before", "try 3");
    }

    @Test
    void theLastAttemptsErrorIsTheAnswerAndOtherErrorsAreNotRetried() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> await(engine.transaction(
                        PLAIN.retry(2),
                        c -> Mono.fromSupplier(attempts::incrementAndGet).then(conflict(c)))))
                .isInstanceOf(DatabaseException.class);
        assertThat(attempts).hasValue(2);
        assertThatThrownBy(() -> await(engine.transaction(PLAIN.retry(5), c -> {
                    attempts.incrementAndGet();
                    return Mono.<Long>error(new IllegalStateException("no"));
                })))
                .hasMessage("no");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void anotherIsolationIsRefusedWithTheWayOut() {
        List<Mono<Long>> scopes = List.of(
                engine.transaction(TransactionOptions.serializable(), c -> write(c, "no")),
                engine.requiresNew(TransactionOptions.serializable(), c -> write(c, "no")),
                engine.read(TransactionOptions.serializable(), c -> Mono.just(1L)),
                engine.readMany(TransactionOptions.serializable(), c -> Mono.just(1L))
                        .next());
        for (Mono<Long> scope : scopes) {
            assertThatThrownBy(() -> await(scope))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(".isolation(Isolation.SERIALIZABLE)");
        }
        assertThat(texts()).isEmpty();
    }

    @Nested
    class InASerializableTest {

        @RegisterExtension
        static final TestEngine SERIALIZABLE = TestEngine.postgresql().isolation(Isolation.SERIALIZABLE);

        @Test
        void theIsolationIsThatOfTheServersTransaction() {
            String isolation = await(SERIALIZABLE.transaction(
                    TransactionOptions.serializable(),
                    c -> c.one(sql("select current_setting('transaction_isolation')")
                            .as(String.class))));
            assertThat(isolation).isEqualTo("serializable");
        }
    }
}
