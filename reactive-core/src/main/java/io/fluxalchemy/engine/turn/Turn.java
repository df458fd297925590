package io.fluxalchemy.engine.turn;

import io.fluxalchemy.error.ConcurrentUseException;
import io.fluxalchemy.error.OuterSessionInUseException;
import io.fluxalchemy.error.SessionClosedException;
import io.fluxalchemy.error.StreamOpenException;
import io.fluxalchemy.error.TurnOverflowException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.ContextView;

/**
 * The order of operations on one connection: first come, first served, one at a time. Safe for any number of threads.
 *
 * <p>An operation that runs others inside its body is a {@linkplain #compound compound}: it holds this turn and lends its body a
 * child, whose operations enter at once. The body's Context carries the child, so use of the outer turn there is told from use
 * by a sibling, which waits.
 *
 * <p>Grants run in a loop, never by recursion, so any number of operations that complete at once need no stack.
 */
public final class Turn {

    private final Wire wire;
    private final TurnLimits limits;
    private final @Nullable Turn parent;
    private final Turn root;

    private final Queue<Ticket<?>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingCount = new AtomicInteger();
    private final AtomicInteger streams = new AtomicInteger();
    /** In strict use, operations that wait or run and that somebody waits for: none or one. */
    private final AtomicInteger wanted = new AtomicInteger();

    private final AtomicInteger work = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> doom = new AtomicReference<>();
    /** Made when somebody must wait for it, which most scopes that end need not. */
    private final AtomicReference<Sinks.@Nullable Empty<Void>> quiet = new AtomicReference<>();

    private volatile @Nullable BodyGuard<?> guard;
    private volatile @Nullable Ticket<?> running;
    private volatile boolean closed;
    private volatile boolean hurried;

    public Turn(Wire wire, TurnLimits limits) {
        this.wire = wire;
        this.limits = limits;
        this.parent = null;
        this.root = this;
    }

    private Turn(Turn parent) {
        this.wire = parent.wire;
        this.limits = parent.limits;
        this.parent = parent;
        this.root = parent.root;
    }

    /** An operation with at most one value; it is emitted after the exchange has ended and the turn was passed on. */
    public <T> Mono<T> one(Mono<T> operation) {
        return new TurnMono<>(this, Ticket.Kind.OPERATION, ticket -> operation);
    }

    /**
     * Values as they arrive. While it waits or runs, every other operation of this turn fails with {@code StreamOpenException}.
     *
     * @param first run when the turn has come; the stream is begun when it has completed, and not after a cancel
     */
    public <T> Flux<T> stream(Mono<Void> first, Publisher<T> operation) {
        return new TurnFlux<>(this, first, operation, false);
    }

    /** As {@link #stream}, for an exchange that the driver does not end when it is cancelled: its rows are read to the end, unseen. */
    public <T> Flux<T> streamToItsEnd(Mono<Void> first, Publisher<T> operation) {
        return new TurnFlux<>(this, first, operation, true);
    }

    /**
     * A body of several operations, run on a child of this turn. Exactly one of the clean-ups runs, after the child is quiet or
     * has been told to become so; this turn is passed on when it has ended.
     */
    public <T> Mono<T> compound(Compound<T> compound) {
        return new TurnMono<>(
                this,
                Ticket.Kind.COMPOUND,
                ticket -> Scoped.untilEnd(
                        Mono.just(ticket.lend(new Turn(this))),
                        child -> BodyGuard.one(child, compound.body(child)).contextWrite(c -> c.put(root, child)),
                        compound::completed,
                        compound::failed,
                        child -> compound.cancelled(child).doFinally(signal -> ticket.cleanedUp())));
    }

    /** The innermost turn of this connection that a Context carries; this one if it carries none. */
    public Turn innermost(ContextView context) {
        Turn carried = context.getOrDefault(root, null);
        return carried == null ? this : carried;
    }

    /**
     * Refuses new operations; completes when those accepted have ended. Fails while a stream is left open, and in strict use while
     * anything is.
     */
    public Mono<Void> finish() {
        return Mono.defer(() -> {
            closed = true;
            if (streams.get() > 0) {
                return Mono.error(new StreamOpenException(
                        "the scope's body ended while a stream of its connection was still open: return the stream from the"
                                + " body, or cancel it before"));
            }
            if (wanted.get() > 0) {
                return Mono.error(new ConcurrentUseException(
                        "the scope's body ended while an operation of its connection was still running or waiting: return it from"
                                + " the body, combined with the others (then, zip)"));
            }
            return quieted();
        });
    }

    /** Refuses new operations; whether none is left that {@link #finish()} would have to wait for or complain of. */
    public boolean finishesAtOnce() {
        closed = true;
        return streams.get() == 0 && wanted.get() == 0 && isQuiet();
    }

    private boolean isQuiet() {
        return running == null && waiting.isEmpty() && work.get() == 0;
    }

    /**
     * Refuses new operations, fails those that wait, stops the one that runs; completes when it has ended.
     *
     * @param hurry stops it on the server at once, where nothing it shares with later operations can suffer
     */
    public Mono<Void> abort(boolean hurry) {
        return Mono.defer(() -> {
            closed = true;
            for (Ticket<?> ticket; (ticket = waiting.poll()) != null; ) {
                ticket.refuse(closedError());
            }
            Ticket<?> current = running;
            if (current != null) {
                current.revoke();
            }
            if (hurry) {
                hurry();
            }
            return quieted();
        });
    }

    /** Completes when nothing runs or waits any more; to be asked when nothing new is taken in. */
    private Mono<Void> quieted() {
        if (isQuiet()) {
            return Mono.empty();
        }
        quiet.compareAndSet(null, Sinks.empty());
        drain();
        Sinks.Empty<Void> sink = quiet.get();
        return sink == null ? Mono.empty() : sink.asMono();
    }

    /** Remembers why what was done in this turn must not be kept; the first reason stays. */
    public void doom(Throwable cause) {
        doom.compareAndSet(null, cause);
    }

    /** Why what was done in this turn must not be kept; null if nothing speaks against it. */
    public @Nullable Throwable doomed() {
        return doom.get();
    }

    /** Whether a stream runs that has delivered all that was asked for: it holds its connection and does nothing. */
    public boolean isStalled() {
        Ticket<?> current = running;
        return current != null && current.isStalled();
    }

    void hurry() {
        hurried = true;
        Ticket<?> current = running;
        if (current != null) {
            current.hurry();
        }
    }

    /** Where errors end that are thrown out of what follows an operation. */
    void guardedBy(BodyGuard<?> bodyGuard) {
        guard = bodyGuard;
    }

    /** An error was thrown out of what follows an operation: ends the innermost body that has not ended, or throws it on. */
    void thrown(Throwable error) {
        BodyGuard<?> innermost = null;
        for (Turn turn = this; turn != null; turn = turn.parent) {
            BodyGuard<?> standing = turn.guard;
            if (standing != null) {
                innermost = innermost == null ? standing : innermost;
                if (!standing.isOver()) {
                    standing.thrown(error);
                    return;
                }
            }
        }
        if (innermost == null) {
            throw Exceptions.propagate(error);
        }
        innermost.thrown(error);
    }

    Wire wire() {
        return wire;
    }

    TurnLimits limits() {
        return limits;
    }

    boolean isHurried() {
        return hurried || (parent != null && parent.isHurried());
    }

    /** Takes a ticket in; the error to signal where it is refused. */
    @Nullable
    RuntimeException offer(Ticket<?> ticket, ContextView context) {
        Turn inner = innermost(context);
        if (inner != this && inner.isBelow(this)) {
            return new OuterSessionInUseException(
                    "the outer connection or session was used inside a nested body: use the one the body was given");
        }
        if (closed) {
            return closedError();
        }
        if (streams.get() > 0) {
            return new StreamOpenException(
                    "an operation was started while a stream of the same connection is open: collect the stream first (all),"
                            + " read in windows, or run the operation after the stream has ended");
        }
        if (limits.isStrict() && !wanted.compareAndSet(0, 1)) {
            return new ConcurrentUseException(
                    "an operation was started while another one of the same connection runs, which"
                            + " strict(true) forbids: run them one after the other (then, flatMap, concatMap)");
        }
        if (waitingCount.incrementAndGet() > limits.waiting()) {
            waitingCount.decrementAndGet();
            return new TurnOverflowException("more than " + limits.waiting()
                    + " operations wait for one connection: run them in sequence (concatMap) or as one statement");
        }
        if (ticket.kind() == Ticket.Kind.STREAM) {
            ticket.reading().set(true);
            streams.incrementAndGet();
        }
        ticket.wanted().set(limits.isStrict());
        waiting.add(ticket);
        drain();
        return null;
    }

    /** A ticket was cancelled before it ran. */
    void withdrawn(Ticket<?> ticket) {
        settled(ticket);
        if (waiting.remove(ticket)) {
            waitingCount.decrementAndGet();
        }
        drain();
    }

    /** Nobody waits for it any more: from here on others may queue behind the rest of its exchange. */
    void settled(Ticket<?> ticket) {
        if (ticket.wanted().compareAndSet(true, false)) {
            wanted.decrementAndGet();
        }
        if (ticket.reading().compareAndSet(true, false)) {
            streams.decrementAndGet();
        }
    }

    /** The exchange of the running ticket has ended. */
    void left(Ticket<?> ticket) {
        if (running == ticket) {
            running = null;
            drain();
        }
    }

    private void drain() {
        if (work.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            while (running == null) {
                Ticket<?> next = waiting.poll();
                if (next == null) {
                    break;
                }
                waitingCount.decrementAndGet();
                running = next;
                if (!next.start()) {
                    running = null;
                }
            }
            Sinks.Empty<Void> sink = quiet.get();
            if (sink != null && closed && running == null && waiting.isEmpty()) {
                sink.tryEmitEmpty();
            }
            seen = work.addAndGet(-seen);
        } while (seen != 0);
    }

    private boolean isBelow(Turn other) {
        for (Turn turn = parent; turn != null; turn = turn.parent) {
            if (turn == other) {
                return true;
            }
        }
        return false;
    }

    static SessionClosedException closedError() {
        return new SessionClosedException(
                "the connection or session was used after its scope had ended: run the operation inside the body and return it");
    }
}
