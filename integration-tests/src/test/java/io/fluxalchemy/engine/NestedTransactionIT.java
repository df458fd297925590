package io.fluxalchemy.engine;

import static io.fluxalchemy.engine.Entries.ids;
import static io.fluxalchemy.engine.Entries.insert;
import static io.fluxalchemy.engine.Entries.sleep;
import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.engine.Entries.verifyError;
import static io.fluxalchemy.engine.Entries.verifyRows;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.ConfigurationException;
import io.fluxalchemy.error.NestedAcquireException;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.error.TransactionDoomedException;
import io.fluxalchemy.error.UniqueViolationException;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** Savepoints, blocks that join, and transactions of their own inside others. */
class NestedTransactionIT extends TwoEngines {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @Test
    void aNestedBodyThatFailsIsRolledBackAlone() {
        verify(engine.transaction(c -> c.execute(insert(1))
                .then(c.nested(inner -> inner.execute(insert(2)).then(inner.execute(insert(1)))))
                .onErrorResume(UniqueViolationException.class, e -> c.execute(insert(3)))));
        assertThat(ids(wide)).containsExactly(1L, 3L);
    }

    @Test
    void nestedBodiesNest() {
        verify(engine.transaction(c -> c.execute(insert(1))
                .then(c.nested(a -> a.execute(insert(2))
                        .then(a.nested(b -> b.execute(insert(3)).then(Mono.error(new IllegalStateException("inner")))))
                        .onErrorResume(e -> a.execute(insert(4)))))));
        assertThat(ids(wide)).containsExactly(1L, 2L, 4L);
    }

    @Test
    void aCancelledNestedBodyIsRolledBackAndTheTransactionLives() {
        verify(engine.transaction(c -> c.execute(insert(1))
                .then(c.nested(inner -> inner.execute(insert(2)).then(inner.one(sleep(30))))
                        .then()
                        .timeout(Duration.ofMillis(150), Mono.empty()))
                .then(c.execute(insert(3)))));
        assertThat(ids(wide)).containsExactly(1L, 3L);
    }

    @Test
    void siblingsOfANestedBodyWaitForIt() {
        verify(engine.transaction(c -> Mono.zip(
                c.nested(inner -> inner.execute(insert(1)).then(inner.execute(insert(2)))), c.execute(insert(3)))));
        verifyRows(wide, 3);
    }

    @Test
    void aBlockInsideJoinsAndItsFailureDoomsTheWhole() {
        verifyError(
                engine.transaction(c -> c.execute(insert(1))
                        .then(engine.transaction(
                                inner -> inner.execute(insert(2)).then(Mono.error(new IllegalStateException("inner")))))
                        .onErrorResume(e -> Mono.empty())),
                TransactionDoomedException.class);
        verifyRows(wide, 0);
        assertThat(heard.outcomes()).containsExactly(Outcome.ROLLED_BACK);
    }

    @Test
    void engineVerbsInsideABodyUseItsTransaction() {
        verifyError(
                engine.transaction(c -> engine.execute(insert(1))
                        .then(engine.one(sql("select count(*) as n from entry").map(row -> row.get("n", Long.class))))
                        .doOnNext(n -> assertThat(n).isEqualTo(1))
                        .then(Mono.error(new IllegalStateException("undo")))),
                IllegalStateException.class);
        verifyRows(wide, 0);
    }

    @Test
    void aJoinThatAsksForMoreThanTheOuterGivesIsRefused() {
        verifyError(
                engine.transaction(
                        c -> engine.transaction(TransactionOptions.serializable(), inner -> inner.execute(insert(1)))),
                ConfigurationException.class);
        verifyError(
                engine.read(c -> engine.transaction(inner -> inner.execute(insert(1)))), ConfigurationException.class);
        verifyRows(wide, 0);
    }

    @Test
    void requiresNewIsIndependentAndFailsFastWhereNoConnectionIsToSpare() {
        verifyError(
                wide.transaction(c -> wide.requiresNew(other -> other.execute(insert(1)))
                        .then(c.execute(insert(2)))
                        .then(Mono.error(new IllegalStateException("outer")))),
                IllegalStateException.class);
        assertThat(ids(wide)).containsExactly(1L);
        verifyError(
                engine.transaction(c -> engine.requiresNew(other -> other.execute(insert(3)))),
                NestedAcquireException.class);
    }
}
