package io.fluxalchemy.engine;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.TransactionStart;
import io.fluxalchemy.engine.TransactionEvent.Step;
import io.fluxalchemy.engine.pool.Lease;
import io.fluxalchemy.engine.turn.Turn;
import io.fluxalchemy.error.CommitOutcomeUnknownException;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.error.TransactionAbortedException;
import io.fluxalchemy.error.TransactionDoomedException;
import io.fluxalchemy.error.TransactionException;
import io.r2dbc.spi.R2dbcRollbackException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A scope that holds one connection, and the transaction in it if one was begun. Ends in exactly one of three ways, each of which
 * gives the connection back: {@link #complete()}, {@link #fail}, {@link #cancel()}.
 */
final class TransactionScope {

    private enum State {
        NONE,
        BEGINNING,
        OPEN,
        COMMITTING
    }

    private final EngineCore core;
    private final Lease lease;
    private final TransactionOptions options;
    private final boolean reading;
    private final StatementRunner runner;
    private final AtomicInteger names = new AtomicInteger();
    private final AtomicBoolean reported = new AtomicBoolean();
    private volatile State state = State.NONE;
    private volatile long begunAt;

    /** @param reading whether the scope was opened to read, not as a transaction */
    TransactionScope(EngineCore core, Lease lease, TransactionOptions options, boolean reading) {
        this.reading = reading;
        this.core = core;
        this.lease = lease;
        this.options = options;
        this.runner = new StatementRunner(core, lease);
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

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** The connection as the scope's body gets it. */
    LentConnection handle() {
        core.met(lease.connection());
        return new LentConnection(this, lease.turn(), null, options.isReadOnly());
    }

    /** A name no other savepoint of this transaction has; never made from outside text. */
    String nextSavepoint() {
        return "s" + names.incrementAndGet();
    }

    /** A name no other cursor of this scope has. */
    String nextCursor() {
        return "w" + names.incrementAndGet();
    }

    /** Begins a transaction where this scope has run without one; it then lasts until the scope ends. */
    Mono<Void> beginIfNone(Turn turn) {
        return Mono.defer(() -> state == State.NONE ? begin(turn) : Mono.empty());
    }

    void report(Step step) {
        core.observer().transaction(new TransactionEvent(step, null, Observer.since(begunAt), null));
    }

    /** Sends BEGIN and waits for its answer: a BEGIN that fails stores nothing, since nothing travels with it. */
    Mono<Void> begin(Turn turn) {
        return turn.one(Mono.defer(() -> {
            TransactionStart start = TransactionStart.PLAIN
                    .isolation(options.isolation())
                    .readOnly(options.isReadOnly() && isHeldByServer());
            List<String> texts = core.dialect().transactions().begin(start);
            if (texts.size() > 1 && options.isolation() != null) {
                lease.markDirty();
            }
            begunAt = System.nanoTime();
            state = State.BEGINNING;
            return runner.control(texts).doOnError(this::noteLoss).doOnSuccess(done -> {
                state = State.OPEN;
                report(Step.BEGIN);
            });
        }));
    }

    /** A read is held read-only by this side where the server cannot; a transaction that asks for what is missing is refused. */
    private boolean isHeldByServer() {
        return !reading || core.dialect().supports(Feature.READ_ONLY_TRANSACTIONS);
    }

    /**
     * The body has completed: commits, unless something in it must not be kept. A cancel does not interrupt this; it leaves it to
     * those who wait for pending clean-up.
     */
    Mono<Void> complete() {
        return core.lender()
                .tracked(lease.turn()
                        .finish()
                        .then(Mono.defer(this::conclude))
                        .onErrorResume(e -> undo(e).then(lease.giveBack()).then(Mono.error(e)))
                        .then(lease.giveBack()));
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
        if (state == State.NONE) {
            return Mono.empty();
        }
        Throwable doom = lease.turn().doomed();
        if (doom != null) {
            return Mono.error(new TransactionDoomedException(
                    "the transaction was rolled back although its body completed: a block that had joined it, or a cancelled"
                            + " operation in it, had failed; use nested(…) for what may fail",
                    doom));
        }
        return commit();
    }

    private Mono<Void> commit() {
        if (Boolean.TRUE.equals(core.adapter().isIdle(lease.connection()))) {
            return Mono.error(new TransactionException(
                    "the transaction was ended inside its body, by text SQL: let the scope end it",
                    Outcome.UNKNOWN,
                    null));
        }
        state = State.COMMITTING;
        return Mono.from(lease.connection().commitTransaction())
                .doOnSuccess(done -> ended(Outcome.COMMITTED, null))
                .onErrorMap(this::commitFailed);
    }

    private Throwable commitFailed(Throwable error) {
        Throwable translated = core.errors().translate(error, null);
        if (error instanceof R2dbcRollbackException
                && translated instanceof DatabaseException answer
                && answer.kind() == ErrorKind.OTHER) {
            // the server answered COMMIT with ROLLBACK: an earlier error had aborted the transaction
            translated = new TransactionAbortedException(
                    answer.sqlState(), answer.vendorCode(), null, error, lease.failure());
        } else if (!core.errors().isDefinite(translated)) {
            lease.markDisconnected();
            CommitOutcomeUnknownException unknown = new CommitOutcomeUnknownException(
                    "the link broke after COMMIT was sent: the transaction may be stored or not; look before writing again",
                    translated);
            ended(Outcome.UNKNOWN, unknown);
            return unknown;
        }
        ended(Outcome.ROLLED_BACK, translated);
        return translated;
    }

    /** Stops what runs, rolls back what was begun. Never fails: a connection that cannot be rolled back is destroyed. */
    private Mono<Void> undo(@Nullable Throwable cause) {
        return lease.turn().abort(true).then(Mono.defer(() -> {
            if (state == State.NONE) {
                return Mono.empty();
            }
            Mono<Void> rollback = lease.isBroken()
                    ? Mono.empty()
                    : Mono.defer(() -> Mono.from(lease.connection().rollbackTransaction()))
                            .timeout(core.cleanupTimeout());
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

    private void noteLoss(Throwable error) {
        if (!core.errors().isDefinite(error)) {
            lease.markDisconnected();
        }
    }

    private void ended(Outcome outcome, @Nullable Throwable error) {
        if (reported.compareAndSet(false, true)) {
            core.observer().transaction(new TransactionEvent(Step.END, outcome, Observer.since(begunAt), error));
        }
    }
}
