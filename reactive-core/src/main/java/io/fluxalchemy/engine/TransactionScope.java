package io.fluxalchemy.engine;

import io.fluxalchemy.engine.TransactionEvent.Step;
import io.fluxalchemy.engine.pool.Lease;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.error.TransactionAbortedException;
import io.fluxalchemy.error.TransactionDoomedException;
import io.fluxalchemy.schema.SchemaMap;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A scope that holds one connection, and the transaction in it if there is one. Ends in exactly one of three ways, each of which
 * gives the connection back: {@link #complete()}, {@link #fail}, {@link #cancel()}.
 */
final class TransactionScope {

    private final EngineCore core;
    private final Lease lease;
    private final TransactionOptions options;
    private final boolean reading;
    private final SchemaMap schemas;
    private final Beginning beginning;
    private final StatementRunner runner;
    private final Commit commit;
    private final TransactionHooks hooks = new TransactionHooks();
    private final AtomicInteger names = new AtomicInteger();
    private final AtomicBoolean reported = new AtomicBoolean();

    /**
     * @param reading whether the scope was opened to read, not as a transaction
     * @param schemas those of the engine, of what is around, and of the options together
     */
    TransactionScope(EngineCore core, Lease lease, TransactionOptions options, boolean reading, SchemaMap schemas) {
        this.schemas = schemas;
        this.core = core;
        this.lease = lease;
        this.options = options;
        this.reading = reading;
        Controls controls = new Controls(core, lease);
        this.beginning = new Beginning(core, lease, controls);
        this.runner = new StatementRunner(core, lease, options.isReadOnly(), beginning, controls);
        this.commit = new Commit(core, lease, controls, options.timeout());
    }

    EngineCore core() {
        return core;
    }

    Lease lease() {
        return lease;
    }

    TransactionOptions options() {
        return options;
    }

    StatementRunner runner() {
        return runner;
    }

    TransactionHooks hooks() {
        return hooks;
    }

    /** Whether what runs here is part of a transaction, begun or about to be. */
    boolean isTransaction() {
        return beginning.isWanted();
    }

    /** The connection as the scope's body gets it. */
    LentConnection handle() {
        core.met(lease.connection());
        return new LentConnection(this, lease.turn(), null, options.isReadOnly(), hooks, schemas);
    }

    /** Whether there is no savepoint to go back to: the link is gone, or the server has ended the transaction. */
    boolean isLost() {
        return lease.isBroken() || lease.transactionEnd() != null;
    }

    /** A name no other savepoint of this transaction has; never made from outside text. */
    String nextSavepoint() {
        return "s" + names.incrementAndGet();
    }

    /** A name no other cursor of this scope has. */
    String nextCursor() {
        return "w" + names.incrementAndGet();
    }

    /**
     * Makes what follows a transaction that lasts until the scope ends; it begins with the next statement.
     *
     * @param left what is left of its deadline; null for none
     */
    void wantTransaction(@Nullable Duration left) {
        if (!beginning.isWanted()) {
            beginning.want(options, reading, left);
        }
    }

    void report(Step step) {
        core.observer().transaction(new TransactionEvent(step, null, Observer.since(beginning.startedAt()), null));
    }

    /**
     * The body has completed: commits, unless something in it must not be kept, gives the connection back, and runs what is to
     * follow a commit. A cancel does not interrupt this; it leaves it to those who wait for pending clean-up.
     */
    Mono<Void> complete() {
        boolean isQuiet = lease.turn().finishesAtOnce();
        if (!beginning.isWanted() && isQuiet) {
            return core.lender().tracked(lease.giveBack());
        }
        Mono<Void> conclusion = Mono.defer(this::conclude);
        return core.lender()
                .tracked((isQuiet ? conclusion : lease.turn().finish().then(conclusion))
                        .onErrorResume(e -> undo(e).then(lease.giveBack()).then(Mono.error(e)))
                        .then(lease.giveBack())
                        .then(hooks.runAfterCommit()));
    }

    /** The body has failed: rolls back. Never fails itself; what goes wrong is suppressed onto the body's error. */
    Mono<Void> fail(Throwable error) {
        return core.lender().tracked(undo(error).then(lease.giveBack()));
    }

    /** The body was cancelled: rolls back; nobody is told but the listeners and those who wait for pending clean-up. */
    Mono<Void> cancel() {
        return core.lender().tracked(undo(null).then(lease.giveBack()));
    }

    private Mono<Void> conclude() {
        if (!beginning.isWanted()) {
            return Mono.empty();
        }
        Throwable ended = lease.transactionEnd();
        if (ended != null) {
            return Mono.error(new TransactionAbortedException(null, 0, null, null, ended));
        }
        Throwable doom = lease.turn().doomed();
        if (doom != null) {
            return Mono.error(new TransactionDoomedException(
                    "the transaction was rolled back although its body completed: a block that had joined it, or a"
                            + " cancelled operation in it, had failed; use nested(…) for what may fail",
                    doom));
        }
        if (beginning.isSent() && lease.isBroken()) {
            return Mono.error(new TransactionDoomedException(
                    "the transaction was rolled back although its body completed: its connection was lost, and no"
                            + " COMMIT was sent",
                    lease.failure()));
        }
        Mono<Void> end = beginning.isSent() ? commit.send(beginning.hasWritten()) : Mono.empty();
        return end.doOnSuccess(done -> ended(Outcome.COMMITTED, null))
                .doOnError(e -> commit.outcomeOf(e).ifPresent(outcome -> ended(outcome, e)));
    }

    /** Stops what runs, rolls back what was begun. Never fails: a connection that cannot be rolled back is destroyed. */
    private Mono<Void> undo(@Nullable Throwable cause) {
        return lease.turn().abort(true).then(Mono.defer(() -> {
            if (!beginning.isWanted()) {
                return Mono.empty();
            }
            Mono<Void> rollback = lease.isBroken() || !beginning.isSent()
                    ? Mono.empty()
                    : Mono.defer(() -> Mono.from(lease.connection().rollbackTransaction()))
                            .timeout(core.settings().cleanupTimeout());
            return rollback.onErrorResume(e -> {
                        lease.markBroken();
                        if (cause != null && cause != e) {
                            cause.addSuppressed(e);
                        }
                        return Mono.empty();
                    })
                    .doOnSuccess(done -> ended(Outcome.ROLLED_BACK, cause));
        }));
    }

    private void ended(Outcome outcome, @Nullable Throwable error) {
        lease.inTransaction(false);
        if (reported.compareAndSet(false, true)) {
            core.observer()
                    .transaction(new TransactionEvent(Step.END, outcome, Observer.since(beginning.startedAt()), error));
        }
    }
}
