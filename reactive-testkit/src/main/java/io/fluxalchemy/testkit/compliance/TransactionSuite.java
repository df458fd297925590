package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.testkit.compliance.Makers.MAKERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.SqlExecutor;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.error.TransactionDoomedException;
import io.fluxalchemy.error.UniqueViolationException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Complete commits, error and cancel roll back, inner scopes join, savepoints survive what fails in them. */
public abstract class TransactionSuite extends WritingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected TransactionSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void aBodyThatCompletesIsCommittedBeforeItsValueIsEmitted() {
        StepVerifier.create(engine().transaction(c -> insert(c, "Ada").thenReturn("done"))
                        .zipWhen(done -> names()))
                .assertNext(both -> assertThat(both.getT2()).containsExactly("Ada"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aBodyThatFailsIsRolledBackAndItsErrorKept() {
        StepVerifier.create(engine().transaction(
                                c -> insert(c, "Ada").then(Mono.error(new IllegalStateException("changed my mind")))))
                .expectErrorMessage("changed my mind")
                .verify(PATIENCE);
        assertThat(awaitOne(names())).isEmpty();
    }

    @Test
    void aBodyThatIsCancelledIsRolledBack() {
        StepVerifier.create(engine().transaction(c -> insert(c, "Ada").then(Mono.never()))
                        .timeout(Duration.ofMillis(300), Mono.empty()))
                .expectComplete()
                .verify(PATIENCE);
        assertThat(awaitOne(names())).isEmpty();
    }

    @Test
    void severalValuesAreEmittedAfterTheCommit() {
        StepVerifier.create(engine().transactionMany(c -> Flux.just("Ada", "Bob")
                                .concatMap(n -> insert(c, n).thenReturn(n)))
                        .concatMap(name -> names()))
                .expectNext(List.of("Ada", "Bob"), List.of("Ada", "Bob"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void anInnerScopeJoinsAndItsFailureCannotBeSwallowed() {
        StepVerifier.create(engine().transaction(c -> insert(c, "Ada")
                        .then(engine().transaction(inner -> insert(inner, "Ada"))
                                .onErrorComplete())))
                .expectError(TransactionDoomedException.class)
                .verify(PATIENCE);
        assertThat(awaitOne(names())).isEmpty();
    }

    @Test
    void verbsOfTheEngineInsideABodyRunInItsTransaction() {
        StepVerifier.create(engine().transaction(c -> insert(c, "Ada").then(names())))
                .expectNext(List.of("Ada"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aSavepointKeepsTheTransactionAliveWhenItFails() {
        StepVerifier.create(engine().transaction(c -> insert(c, "Ada")
                        .then(c.nested(inner -> insert(inner, "Bob").then(insert(inner, "Ada")))
                                .onErrorResume(UniqueViolationException.class, e -> Mono.empty()))
                        .then(insert(c, "Cid"))))
                .expectNextCount(1)
                .expectComplete()
                .verify(PATIENCE);
        assertThat(awaitOne(names())).containsExactly("Ada", "Cid");
    }

    @Test
    void aSavepointThatCompletesIsPartOfTheTransaction() {
        await(engine().transaction(c ->
                c.nested(inner -> insert(inner, "Ada").then(inner.nested(third -> insert(third, "Bob"))))));
        assertThat(awaitOne(names())).containsExactly("Ada", "Bob");
    }

    @Test
    void anIndependentTransactionStaysWhenTheOuterRollsBack() {
        StepVerifier.create(engine().transaction(c -> engine().requiresNew(other -> insert(other, "Ada"))
                        .then(Mono.error(new IllegalStateException("outer")))))
                .expectErrorMessage("outer")
                .verify(PATIENCE);
        assertThat(awaitOne(names())).containsExactly("Ada");
    }

    @Test
    void aReadOnlyTransactionRefusesToWrite() {
        StepVerifier.create(engine().transaction(TransactionOptions.defaults().readOnly(), c -> insert(c, "Ada")))
                .expectError()
                .verify(PATIENCE);
        assertThat(awaitOne(names())).isEmpty();
    }

    @Test
    void aSerializableTransactionRunsAndTheConnectionIsAsBefore() {
        StepVerifier.create(engine().transaction(TransactionOptions.serializable(), c -> insert(c, "Ada")))
                .expectNext(1L)
                .expectComplete()
                .verify(PATIENCE);
        StepVerifier.create(engine().transaction(c -> insert(c, "Bob")))
                .expectNext(1L)
                .expectComplete()
                .verify(PATIENCE);
    }

    private static Mono<Long> insert(SqlExecutor executor, String name) {
        return executor.execute(insertInto(MAKERS).set(MAKERS.name, name));
    }

    private Mono<List<String>> names() {
        return engine().all(select(MAKERS.name).from(MAKERS).orderBy(MAKERS.name.asc()));
    }
}
