package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.CompiledSql.Effect;
import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.TransactionStart;
import io.fluxalchemy.dialect.TransactionSyntax;
import io.fluxalchemy.engine.TransactionEvent.Step;
import io.fluxalchemy.engine.pool.Clock;
import io.fluxalchemy.engine.pool.Lease;
import io.fluxalchemy.engine.turn.TogetherMono;
import io.fluxalchemy.engine.turn.TurnLimits;
import io.fluxalchemy.error.AcquireTimeoutException;
import io.fluxalchemy.error.ConnectionLostException;
import io.fluxalchemy.error.TransactionAbortedException;
import io.fluxalchemy.error.TransactionDoomedException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * BEGIN, with its settings, in front of the first statement of a transaction. A statement that only reads shares its round trip; any
 * other waits for its answer, since a BEGIN that fails does not stop what was sent behind it. Until the answer has come nothing
 * counts, so a connection whose link is lost meanwhile is replaced, within the bound of an acquire. Used within the turn only.
 */
final class Beginning {

    private enum State {
        UNWANTED,
        WANTED,
        SENT,
        OPEN,
        REFUSED
    }

    private static final long PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 500;

    private final EngineCore core;
    private final Lease lease;
    private final Controls controls;
    private List<String> texts = List.of();
    private List<String> undoing = List.of();
    private long startedAt = System.nanoTime();
    private long lostAt;
    private int losses;
    private boolean reported;
    private @Nullable Throwable refusal;
    private volatile State state = State.UNWANTED;
    private volatile boolean wrote;

    Beginning(EngineCore core, Lease lease, Controls controls) {
        this.core = core;
        this.lease = lease;
        this.controls = controls;
    }

    /**
     * From here on the next statement begins a transaction.
     *
     * @param left what is left of its deadline; null for none
     * @throws io.fluxalchemy.error.StatementException if the database lacks what the options ask for
     */
    void want(TransactionOptions options, boolean reading, @Nullable Duration left) {
        TransactionSyntax syntax = core.dialect().transactions();
        // a read is held read-only by this side where the server cannot
        boolean byServer = !reading || core.dialect().supports(Feature.READ_ONLY_TRANSACTIONS);
        TurnLimits limits = core.lender().limits();
        TransactionStart start = new TransactionStart(
                options.isolation(),
                options.isReadOnly() && byServer,
                options.isDeferrable(),
                options.statementTimeout(),
                options.lockTimeout(),
                // the server's clock is for a client that is gone: this side's must strike first
                left == null ? null : left.plus(limits.drain()).plus(limits.stop()));
        texts = syntax.begin(start);
        undoing = syntax.restore(start);
        state = State.WANTED;
    }

    boolean isWanted() {
        return state != State.UNWANTED;
    }

    /** Whether the server may have a transaction open. */
    boolean isSent() {
        return state.compareTo(State.SENT) >= 0;
    }

    boolean hasWritten() {
        return wrote;
    }

    long startedAt() {
        return startedAt;
    }

    /** The exchange, with BEGIN in front of it where it is the transaction's first. */
    <T> Mono<T> before(Effect effect, Mono<T> exchange) {
        return Mono.defer(() -> {
            if (effect != Effect.READ) {
                wrote = true;
            }
            return isReady() ? exchange : first(effect, exchange);
        });
    }

    /** What stands in front of rows that arrive on demand: BEGIN is answered before they are asked for. */
    Mono<Void> beforeRows(Effect effect) {
        return Mono.defer(() -> {
            if (effect != Effect.READ) {
                wrote = true;
            }
            return isReady() ? Mono.empty() : first(Effect.WRITE, Mono.empty());
        });
    }

    private boolean isReady() {
        return (state == State.UNWANTED || state == State.OPEN) && !lease.isBroken() && lease.transactionEnd() == null;
    }

    private <T> Mono<T> first(Effect effect, Mono<T> exchange) {
        Throwable refused = refusal;
        if (refused != null) {
            return Mono.error(new TransactionDoomedException("the transaction could not be begun", refused));
        }
        if (lease.isBroken()) {
            return Mono.error(new ConnectionLostException(null, 0, null, lease.failure()));
        }
        Throwable end = lease.transactionEnd();
        if (end != null) {
            return Mono.error(new TransactionAbortedException(null, 0, null, null, end));
        }
        boolean together =
                effect == Effect.READ && texts.size() == 1 && core.adapter().keepsOrder(lease.connection());
        // without an answer to BEGIN none comes to what was sent behind it
        return together
                ? untilBegun(TogetherMono.of(send(), exchange, lease::isBroken))
                : untilBegun(send()).then(exchange);
    }

    private <T> Mono<T> untilBegun(Mono<T> attempt) {
        return attempt.onErrorResume(e -> {
            boolean lost = !core.errors().isDefinite(e);
            if (lost) {
                lease.markDisconnected();
            }
            long left = lost ? leftToAcquire() : 0;
            if (left > 0) {
                state = State.WANTED;
                return pause().then(Mono.defer(() -> lease.renew(leftToAcquire())))
                        .onErrorMap(AcquireTimeoutException.class, late -> {
                            // what happened is that BEGIN was lost; that no other connection came in time is the rest
                            // of it
                            e.addSuppressed(late);
                            return e;
                        })
                        .doOnError(this::refuse)
                        .doOnSuccess(done -> lease.recovered())
                        .then(untilBegun(attempt));
            }
            if (state != State.OPEN) {
                refuse(e);
            }
            return Mono.error(e);
        });
    }

    /** None before the first replacement: an idle connection that died costs no time, a server that keeps dying does. */
    private Mono<Void> pause() {
        long millis = Math.min(LONGEST_PAUSE_MILLIS, losses++ * PAUSE_MILLIS);
        return millis == 0
                ? Mono.empty()
                : Mono.delay(Duration.ofMillis(millis)).then();
    }

    /** What is left of the acquire's bound, of which the first connection took its part; in nanoseconds. */
    private long leftToAcquire() {
        long now = Clock.now();
        if (losses == 0) {
            lostAt = now;
        }
        return lease.leftToAcquire() - (now - lostAt);
    }

    /** What the session is in now cannot be told: drivers hear of the error before they hear of the state behind it. */
    private void refuse(Throwable error) {
        lease.markBroken();
        refusal = error;
        state = State.REFUSED;
        lease.turn().doom(error);
    }

    private Mono<Void> send() {
        return Mono.defer(() -> {
            startedAt = System.nanoTime();
            state = State.SENT;
            if (!undoing.isEmpty()) {
                lease.restoreWith(controls.run(undoing));
            }
            return controls.run(texts, core.settings().connectTimeout()).doOnSuccess(done -> begun());
        });
    }

    private void begun() {
        state = State.OPEN;
        lease.inTransaction(true);
        if (!reported) {
            reported = true;
            core.observer().transaction(new TransactionEvent(Step.BEGIN, null, Observer.since(startedAt), null));
        }
    }
}
