package io.fluxalchemy.engine;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.script.ScriptedDriver;
import io.fluxalchemy.error.AfterCommitException;
import io.fluxalchemy.error.DeadlockException;
import io.fluxalchemy.error.Outcome;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What runs around a commit, on a pool of one: a hook that ran before the release would wait for its own connection. */
class TransactionHooksTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final ScriptedDriver driver = new ScriptedDriver();
    private final List<TransactionEvent> events = new CopyOnWriteArrayList<>();
    private final AsyncEngine engine = AsyncEngine.builder()
            .connectionFactory(driver)
            .maxSize(1)
            .acquireTimeout(Duration.ofSeconds(2))
            .listener(new EngineListener() {
                @Override
                public void onTransaction(TransactionEvent event) {
                    events.add(event);
                }
            })
            .build();

    @AfterEach
    void nothingIsLeft() {
        StepVerifier.create(engine.pendingCleanup()).expectComplete().verify(SOON);
        assertThat(engine.pool().acquired()).isZero();
    }

    @Test
    void beforeCommitRunsInTheTransactionAndAfterCommitOutsideIt() {
        run(engine.transaction(c -> {
            c.beforeCommit(own -> own.execute(sql("before")).then());
            c.afterCommit(
                    () -> engine.transaction(own -> own.execute(sql("after")).then()));
            return c.execute(sql("body"));
        }));

        assertThat(driver.journal())
                .containsExactly(
                        "1: start transaction",
                        "1: body",
                        "1: before",
                        "1: commit",
                        "1: reset",
                        "1: start transaction",
                        "1: after",
                        "1: commit",
                        "1: reset");
    }

    @Test
    void theScopesValueComesAfterTheHooks() {
        List<String> order = new CopyOnWriteArrayList<>();
        run(engine.transaction(c -> {
                    c.afterCommit(() -> Mono.fromRunnable(() -> order.add("hook")));
                    return c.execute(sql("body"));
                })
                .doOnNext(value -> order.add("value")));
        assertThat(order).containsExactly("hook", "value");
    }

    @Test
    void hooksRunInOrderAndAHookMayAddHooks() {
        List<Integer> order = new CopyOnWriteArrayList<>();
        run(engine.transaction(c -> {
            c.afterCommit(() -> note(order, 3));
            c.beforeCommit(own -> {
                own.beforeCommit(again -> note(order, 2));
                own.afterCommit(() -> note(order, 4));
                return note(order, 1);
            });
            return Mono.empty();
        }));
        assertThat(order).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aHookBeforeTheCommitThatFailsRollsBackAndNoneRunsAfterIt() {
        AtomicInteger after = new AtomicInteger();
        StepVerifier.create(engine.transaction(c -> {
                    c.beforeCommit(own -> Mono.error(new IllegalStateException("refused")));
                    c.afterCommit(() -> Mono.fromRunnable(after::incrementAndGet));
                    return c.execute(sql("body"));
                }))
                .expectErrorMessage("refused")
                .verify(SOON);
        assertThat(driver.journal()).contains("1: rollback").doesNotContain("1: commit");
        assertThat(after).hasValue(0);
    }

    @Test
    void aHookAfterTheCommitThatFailsLeavesItCommittedAndTheOthersRun() {
        AtomicInteger others = new AtomicInteger();
        StepVerifier.create(engine.transaction(c -> {
                    c.afterCommit(() -> Mono.error(new IllegalStateException("first")));
                    c.afterCommit(() -> {
                        throw new IllegalArgumentException("second");
                    });
                    c.afterCommit(() -> Mono.fromRunnable(others::incrementAndGet));
                    return c.execute(sql("body"));
                }))
                .expectErrorSatisfies(e -> {
                    assertThat(e).isInstanceOf(AfterCommitException.class).hasRootCauseMessage("first");
                    assertThat(((AfterCommitException) e).outcome()).isEqualTo(Outcome.COMMITTED);
                    assertThat(e.getSuppressed())
                            .extracting(Throwable::getMessage)
                            .contains("second");
                })
                .verify(SOON);
        assertThat(others).hasValue(1);
        assertThat(outcomes()).containsExactly(Outcome.COMMITTED);
        assertThat(driver.journal()).doesNotContain("1: rollback");
    }

    @Test
    void aHookThatFailsAfterTheCommitIsNoReasonToRunTheTransactionAgain() {
        StepVerifier.create(engine.transaction(TransactionOptions.defaults().retry(5), c -> {
                    c.afterCommit(() -> Mono.error(new DeadlockException("40P01", 0, null, null)));
                    return c.execute(sql("body"));
                }))
                .expectError(AfterCommitException.class)
                .verify(SOON);
        assertThat(driver.journal()).filteredOn("1: body"::equals).hasSize(1);
    }

    @Test
    void aCommitThatIsRefusedRunsNothingAfterIt() {
        AtomicInteger after = new AtomicInteger();
        driver.fails("commit", new R2dbcDataIntegrityViolationException("deferred", "23505"));
        StepVerifier.create(engine.transaction(c -> {
                    c.afterCommit(() -> Mono.fromRunnable(after::incrementAndGet));
                    return c.execute(sql("body"));
                }))
                .expectError()
                .verify(SOON);
        assertThat(after).hasValue(0);
    }

    @Test
    void hooksOfASavepointThatIsRolledBackAreDropped() {
        List<Integer> order = new CopyOnWriteArrayList<>();
        run(engine.transaction(c -> c.nested(inner -> {
                    inner.afterCommit(() -> note(order, 1));
                    inner.beforeCommit(own -> note(order, 2));
                    return Mono.error(new IllegalStateException("inner"));
                })
                .onErrorComplete()
                .then(c.nested(inner -> {
                    inner.afterCommit(() -> note(order, 4));
                    inner.beforeCommit(own -> own.execute(sql("on the outer")).then(note(order, 3)));
                    return Mono.empty();
                }))));
        assertThat(order).containsExactly(3, 4);
        assertThat(driver.journal()).contains("1: on the outer");
    }

    @Test
    void aHookThatIsRunningAfterTheCommitIsNotInterruptedByACancel() {
        Sinks.Empty<Void> gate = Sinks.empty();
        AtomicInteger ended = new AtomicInteger();
        StepVerifier.create(engine.transaction(c -> {
                            c.afterCommit(() -> gate.asMono().doOnSuccess(done -> ended.incrementAndGet()));
                            return c.execute(sql("body"));
                        })
                        .timeout(Duration.ofMillis(100), Mono.empty()))
                .expectComplete()
                .verify(SOON);
        gate.tryEmitEmpty();
        StepVerifier.create(engine.pendingCleanup()).expectComplete().verify(SOON);
        assertThat(ended).hasValue(1);
        assertThat(outcomes()).containsExactly(Outcome.COMMITTED);
    }

    @Test
    void outsideATransactionHooksAreRefused() {
        StepVerifier.create(engine.read(c -> {
                    assertThatThrownBy(() -> c.afterCommit(Mono::empty)).hasMessageContaining("needs a transaction");
                    assertThatThrownBy(() -> c.beforeCommit(own -> Mono.empty()))
                            .hasMessageContaining("needs a transaction");
                    return Mono.empty();
                }))
                .expectComplete()
                .verify(SOON);
    }

    private List<Outcome> outcomes() {
        return events.stream()
                .map(TransactionEvent::outcome)
                .filter(outcome -> outcome != null)
                .toList();
    }

    private static Mono<Void> note(List<Integer> order, int number) {
        return Mono.fromRunnable(() -> order.add(number));
    }

    private static void run(Mono<?> work) {
        StepVerifier.create(work.then()).expectComplete().verify(SOON);
    }
}
