package io.fluxalchemy.testkit.engine;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.testkit.engine.Notes.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.SqlExecutor;
import io.fluxalchemy.engine.TransactionEvent.Step;
import io.fluxalchemy.error.SqlSyntaxException;
import io.fluxalchemy.error.TransactionDoomedException;
import io.fluxalchemy.error.UniqueViolationException;
import io.fluxalchemy.error.WriteRefusedException;
import io.fluxalchemy.schema.MetaData;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Code under test sees an ordinary engine, and every test finds the database as it was. */
class TestEngineIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final TestEngine ENGINE = TestEngine.postgresql();

    private final AsyncEngine engine = ENGINE;

    @BeforeAll
    static void createTable() {
        ENGINE.createAll(MetaData.of(NOTES)).block(PATIENCE);
    }

    @RepeatedTest(2)
    void whatATestWritesTheNextOneDoesNotFind() {
        assertThat(texts()).isEmpty();
        StepVerifier.create(engine.transaction(c -> write(c, "one")).then(write(engine, "two")))
                .expectNext(1L)
                .expectComplete()
                .verify(PATIENCE);
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void aTransactionThatFailsUndoesItselfOnly() {
        StepVerifier.create(write(engine, "before")
                        .then(engine.transaction(c -> write(c, "inside").then(write(c, "before")))))
                .expectError(UniqueViolationException.class)
                .verify(PATIENCE);
        assertThat(texts()).containsExactly("before");
    }

    @Test
    void aStatementThatFailsDoesNotEndTheTestsTransaction() {
        StepVerifier.create(engine.execute(sql("selekt")))
                .expectError(SqlSyntaxException.class)
                .verify(PATIENCE);
        assertThat(texts()).isEmpty();
    }

    @Test
    void aJoinedBlockThatFailsDoomsItsTransactionAsOutsideOfTests() {
        StepVerifier.create(engine.transaction(c -> write(c, "outer")
                        .then(engine.transaction(inner -> Mono.<Long>error(new IllegalStateException("inner")))
                                .onErrorComplete())))
                .expectError(TransactionDoomedException.class)
                .verify(PATIENCE);
        assertThat(texts()).isEmpty();
    }

    @Test
    void anIndependentTransactionMayFailWithoutTheOuter() {
        StepVerifier.create(engine.transaction(c -> write(c, "outer")
                        .then(engine.requiresNew(other -> write(other, "outer")).onErrorComplete())))
                .expectComplete()
                .verify(PATIENCE);
        assertThat(texts()).containsExactly("outer");
    }

    @Test
    void whatRunsAtTheSameTimeTakesTurns() {
        StepVerifier.create(Flux.range(0, 20)
                        .flatMap(i -> engine.transaction(c -> write(c, "note " + i)
                                .then(c.count(select(NOTES.id).from(NOTES)))))
                        .collectList())
                .assertNext(counts -> assertThat(counts).hasSize(20).doesNotHaveDuplicates())
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void streamsAndReadsSeeWhatTheTestWrote() {
        StepVerifier.create(write(engine, "a")
                        .thenMany(Flux.concat(
                                engine.stream(select(NOTES.text).from(NOTES)),
                                engine.readMany(c -> c.stream(select(NOTES.text).from(NOTES))),
                                engine.transactionMany(
                                        c -> c.stream(select(NOTES.text).from(NOTES))),
                                engine.read(c -> c.one(select(NOTES.text).from(NOTES))))))
                .expectNext("a", "a", "a", "a")
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aReadScopeRefusesToWrite() {
        StepVerifier.create(engine.read(c -> write(c, "no")))
                .expectError(WriteRefusedException.class)
                .verify(PATIENCE);
        assertThat(texts()).isEmpty();
    }

    @Test
    void statementsAreCountedAndSavepointsApart(Statements statements) {
        StepVerifier.create(engine.transaction(c -> write(c, "a").then(write(c, "b"))))
                .expectNext(1L)
                .expectComplete()
                .verify(PATIENCE);
        statements.assertCount(2);
        assertThat(statements.all()).allMatch(text -> text.startsWith("insert into"));
        assertThat(statements.transactionControl()).containsExactly(Step.SAVEPOINT, Step.RELEASE);
        assertThat(statements.rows()).isEqualTo(2);
        statements.reset();
        statements.assertCount(0);
    }

    @Test
    void aWrongCountShowsTheStatements(Statements statements) {
        write(engine, "a").block(PATIENCE);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> statements.assertCount(2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("insert into note");
    }

    private Mono<Long> write(SqlExecutor executor, String text) {
        return executor.execute(insertInto(NOTES).set(NOTES.text, text));
    }

    private List<String> texts() {
        return engine.all(select(NOTES.text).from(NOTES).orderBy(NOTES.id.asc()))
                .block(PATIENCE);
    }
}
