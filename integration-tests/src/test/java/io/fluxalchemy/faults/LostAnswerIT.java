package io.fluxalchemy.faults;

import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.EngineListener;
import io.fluxalchemy.engine.TransactionEvent;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.error.CommitOutcomeUnknownException;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.sql.Sql;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.faults.FaultProxy;
import io.fluxalchemy.testkit.faults.Injury;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a caller learns when the wire is cut: never a success that was none, never a failure that was a success. */
class LostAnswerIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    private FaultProxy proxy;
    private AsyncEngine direct;
    private AsyncEngine engine;

    @BeforeEach
    void open() {
        proxy = FaultProxy.before(DATABASE.url());
        direct = AsyncEngine.create(DATABASE.url());
        engine = AsyncEngine.builder()
                .url(proxy.through(DATABASE.url()))
                .maxSize(1)
                .acquireTimeout(Duration.ofSeconds(2))
                .listener(new EngineListener() {
                    @Override
                    public void onTransaction(TransactionEvent event) {
                        if (event.outcome() != null) {
                            outcomes.add(event.outcome());
                        }
                    }
                })
                .build();
        direct.execute(sql("drop table if exists t"))
                .then(direct.execute(sql("create table t (a int)")))
                .block(PATIENCE);
    }

    @AfterEach
    void close() {
        proxy.heal();
        engine.close().then(direct.close()).block(PATIENCE);
        proxy.close();
    }

    @Test
    void aCommitWhoseAnswerIsLostIsOfUnknownOutcomeAndNotTriedAgain() {
        proxy.whenSent("COMMIT", Injury.RESET);
        StepVerifier.create(engine.transaction(TransactionOptions.defaults().retry(3), LostAnswerIT::insert))
                .expectError(CommitOutcomeUnknownException.class)
                .verify(PATIENCE);
        assertThat(outcomes).containsExactly(Outcome.UNKNOWN);
        assertThat(rows()).isOne();
        isUsableAgain();
    }

    @Test
    void aLinkCutInsideATransactionRollsItBack() {
        StepVerifier.create(engine.transaction(c ->
                        insert(c).doOnNext(written -> proxy.now(Injury.RESET)).then(insert(c))))
                .expectErrorSatisfies(e -> assertThat(e).isNotInstanceOf(CommitOutcomeUnknownException.class))
                .verify(PATIENCE);
        assertThat(outcomes).containsExactly(Outcome.ROLLED_BACK);
        assertThat(rows()).isZero();
        isUsableAgain();
    }

    @Test
    void aBeginWhoseAnswerIsLostStoresNothing() {
        engine.one(select(Sql.value(1))).block(PATIENCE);
        proxy.whenSent("BEGIN", Injury.RESET);
        StepVerifier.create(engine.transaction(LostAnswerIT::insert))
                .expectError()
                .verify(PATIENCE);
        assertThat(rows()).isZero();
        isUsableAgain();
    }

    @Test
    void aRollbackWhoseAnswerIsLostKeepsTheBodysError() {
        proxy.whenSent("ROLLBACK", Injury.RESET);
        StepVerifier.create(engine.transaction(
                        c -> insert(c).then(Mono.<Long>error(new IllegalStateException("changed my mind")))))
                .expectErrorMessage("changed my mind")
                .verify(PATIENCE);
        assertThat(outcomes).containsExactly(Outcome.ROLLED_BACK);
        assertThat(rows()).isZero();
        isUsableAgain();
    }

    @Test
    void aDeadIdleConnectionIsReplacedOnceTheDriverHasHeardOfIt() {
        engine.one(select(Sql.value(1))).block(PATIENCE);
        proxy.now(Injury.RESET);
        Mono.delay(Duration.ofMillis(200)).block(PATIENCE);
        isUsableAgain();
    }

    private void isUsableAgain() {
        proxy.heal();
        StepVerifier.create(engine.transaction(c -> c.one(select(Sql.value(42)))))
                .expectNext(42)
                .expectComplete()
                .verify(PATIENCE);
        assertThat(engine.pool().acquired()).isZero();
    }

    private static Mono<Long> insert(AsyncConnection connection) {
        return connection.execute(sql("insert into t values (1)"));
    }

    private long rows() {
        Long count = direct.one(sql("select count(*) as n from t").rows())
                .map(row -> row.get("n", Long.class))
                .block(PATIENCE);
        return count == null ? -1 : count;
    }
}
