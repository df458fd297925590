package io.fluxalchemy.mapping.session;

import io.fluxalchemy.error.TransactionDoomedException;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A stretch of a unit of work that is kept or taken back as a whole: all of it, or what is done under one savepoint. A flush that
 * failed or was cancelled after it had begun to write leaves it unknown what is stored, so the stretch cannot be kept then.
 */
final class UnitSpan {

    private static final int NOT_BEGUN = -1;

    private final @Nullable UnitSpan outer;
    private final Queue<Function<? super AsyncSession, ? extends Mono<Void>>> hooks = new ConcurrentLinkedQueue<>();
    private volatile int mark = NOT_BEGUN;
    private volatile boolean isOver;
    private volatile @Nullable Throwable doom;

    UnitSpan(@Nullable UnitSpan outer) {
        this.outer = outer;
    }

    /** Whether it is the whole unit of work. */
    boolean isWhole() {
        return outer == null;
    }

    void beforeCommit(Function<? super AsyncSession, ? extends Mono<Void>> hook) {
        hooks.add(hook);
    }

    boolean hasHooks() {
        return !hooks.isEmpty();
    }

    /** The next one; null when there is none left. */
    @Nullable
    Function<? super AsyncSession, ? extends Mono<Void>> nextHook() {
        return hooks.poll();
    }

    /** What was done in it is kept: so are its hooks. */
    void handOn() {
        if (outer != null) {
            outer.hooks.addAll(hooks);
        }
    }

    /** The point to come back to. */
    void begin(int from) {
        mark = from;
    }

    /** Ends the stretch for good; the point to come back to, or -1 if it had not begun or is over already. */
    int giveUp() {
        int from = isOver ? NOT_BEGUN : mark;
        isOver = true;
        return from;
    }

    /** Whether what is done in it is taken back already. */
    boolean isGivenUp() {
        return isOver || outer != null && outer.isGivenUp();
    }

    void doom(Throwable cause) {
        if (doom == null) {
            doom = cause;
        }
    }

    void doomByCancel() {
        doom(new CancellationException("a flush was cancelled while it was writing"));
    }

    /** Refuses to go on where it is not known what is stored. */
    void requireSound() {
        if (doom != null) {
            throw new TransactionDoomedException(
                    "a flush of this session did not end well, and what it had written is not known to the session: let the error"
                            + " end the transaction, or flush inside nested(…) to survive it",
                    doom);
        }
    }
}
