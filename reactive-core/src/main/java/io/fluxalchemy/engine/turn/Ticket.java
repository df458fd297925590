package io.fluxalchemy.engine.turn;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One subscription to an operation that waits for its turn, runs, and passes the turn on when its exchange has ended. Cancel
 * while it waits withdraws it; cancel while it runs hands the rest of the exchange to a {@link Drain}.
 */
final class Ticket<T> implements CoreSubscriber<T>, Subscription {

    enum Kind {
        /** At most one value, held back until the exchange has ended. */
        OPERATION,
        /** Values on demand. */
        STREAM,
        /** A body of operations of its own, which says itself when it has been cleaned up after a cancel. */
        COMPOUND
    }

    /** How far what is sent has come; a fence is to be behind all of it. */
    private enum Sending {
        /** A stream waits for the answer to what is in front of it: that runs to its end, and the stream is not begun. */
        LEAD,
        /** It is being given to the driver, perhaps on another thread. */
        NOW,
        GIVEN,
        /** Nothing more is given. */
        STOPPED
    }

    private static final int WAITING = 0;
    private static final int RUNNING = 1;
    /** Cancelled by its subscriber; the exchange runs on to its end. */
    private static final int STOPPING = 2;
    /** Stopped by the end of its scope; the subscriber is told when the exchange has ended. */
    private static final int REVOKED = 3;
    /** Ended; the value waits for demand. */
    private static final int HOLDING = 4;

    private static final int DONE = 5;

    private final Turn turn;
    private final Kind kind;
    private final boolean toItsEnd;
    private final @Nullable Mono<Void> first;
    private final Function<Ticket<T>, Publisher<T>> source;
    private final CoreSubscriber<? super T> actual;
    private final AtomicInteger state = new AtomicInteger(WAITING);
    private final AtomicLong demand = new AtomicLong();
    /** Rows of a stream asked for and not delivered yet. */
    private final AtomicLong awaited = new AtomicLong();

    private final AtomicReference<Sending> sending = new AtomicReference<>(Sending.NOW);
    private volatile @Nullable Subscription upstream;
    /** What must be answered before a stream is begun. */
    private volatile @Nullable Subscription lead;

    private volatile @Nullable Drain drain;
    private volatile boolean ended;
    private final AtomicBoolean reading = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile @Nullable Turn child;
    private @Nullable T value;

    Ticket(Turn turn, Kind kind, Function<Ticket<T>, Publisher<T>> source, CoreSubscriber<? super T> actual) {
        this(turn, kind, source, actual, false, null);
    }

    /**
     * @param toItsEnd whether a cancelled stream's rows are read to their end rather than left to the driver
     * @param first what must be answered before a stream is begun; null for nothing
     */
    Ticket(
            Turn turn,
            Kind kind,
            Function<Ticket<T>, Publisher<T>> source,
            CoreSubscriber<? super T> actual,
            boolean toItsEnd,
            @Nullable Mono<Void> first) {
        this.first = first;
        this.toItsEnd = toItsEnd;
        this.turn = turn;
        this.kind = kind;
        this.source = source;
        this.actual = actual;
    }

    Kind kind() {
        return kind;
    }

    void enter() {
        actual.onSubscribe(this);
        if (state.get() != WAITING) {
            return;
        }
        RuntimeException refusal = turn.offer(this, actual.currentContext());
        if (refusal != null) {
            refuse(refusal);
        } else if (state.get() == DONE) {
            turn.withdrawn(this);
        }
    }

    /** Whether this counts as an open stream, which forbids other operations; set once when it is taken in. */
    AtomicBoolean reading() {
        return reading;
    }

    /** Whether this counts as an operation somebody waits for. */
    AtomicBoolean wanted() {
        return wanted;
    }

    /** Never ran and never will. */
    void refuse(Throwable error) {
        if (state.compareAndSet(WAITING, DONE)) {
            turn.settled(this);
            fail(error);
        }
    }

    /** The turn this compound lends its body. */
    Turn lend(Turn lent) {
        child = lent;
        return lent;
    }

    /** Called by the turn's loop; false if it was cancelled meanwhile. */
    boolean start() {
        if (!state.compareAndSet(WAITING, RUNNING)) {
            return false;
        }
        Publisher<T> operation;
        try {
            operation = source.apply(this);
        } catch (RuntimeException | Error e) {
            onError(e);
            return true;
        }
        Mono<Void> before = first;
        if (before == null) {
            give(operation);
        } else {
            lead(before, operation);
        }
        return true;
    }

    private void lead(Mono<Void> before, Publisher<T> stream) {
        try {
            before.subscribe(new Lead<>(this, stream));
        } catch (Throwable e) {
            turn.wire().abandon();
            onError(ThrownError.signal(e));
        }
    }

    private void give(Publisher<T> operation) {
        try {
            operation.subscribe(this);
        } catch (Throwable e) {
            // nobody knows what of it was sent
            turn.wire().abandon();
            onError(ThrownError.signal(e));
            return;
        }
        if (sending.compareAndSet(Sending.NOW, Sending.GIVEN)) {
            stopIfAsked();
        }
    }

    /** A stream begins with something that must be answered first. */
    void leads(Subscription s) {
        lead = s;
        sending.set(Sending.LEAD);
        stopIfAsked();
    }

    /** That was answered: the stream follows, unless it was stopped meanwhile. */
    void follow(Publisher<T> stream) {
        if (!isStopping() && sending.compareAndSet(Sending.LEAD, Sending.NOW)) {
            give(stream);
        } else {
            sending.set(Sending.STOPPED);
            stopped(null);
        }
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription s) {
        if (!Operators.validate(upstream, s)) {
            return;
        }
        upstream = s;
        if (isStopping()) {
            stopIfAsked();
        } else if (kind != Kind.STREAM) {
            s.request(Long.MAX_VALUE);
        } else {
            long asked = demand.getAndSet(0);
            if (asked > 0) {
                s.request(asked);
            }
        }
        stopIfAsked();
    }

    @Override
    public void onNext(T item) {
        if (state.get() != RUNNING) {
            Operators.onDiscard(item, actual.currentContext());
        } else if (kind == Kind.STREAM) {
            awaited.decrementAndGet();
            next(item);
        } else {
            value = item;
        }
    }

    @Override
    public void onError(Throwable error) {
        if (state.compareAndSet(RUNNING, DONE)) {
            leave();
            fail(error);
        } else {
            stopped(error);
        }
    }

    @Override
    public void onComplete() {
        T result = value;
        if (result != null && state.compareAndSet(RUNNING, HOLDING)) {
            leave();
            if (demand.get() > 0) {
                emitHeld();
            }
        } else if (state.compareAndSet(RUNNING, DONE)) {
            leave();
            complete();
        } else {
            stopped(null);
        }
    }

    @Override
    public void request(long n) {
        if (!Operators.validate(n)) {
            return;
        }
        Subscription s = upstream;
        if (kind == Kind.STREAM) {
            awaited.accumulateAndGet(n, Operators::addCap);
        }
        if (kind == Kind.STREAM && s != null) {
            s.request(n);
            return;
        }
        demand.accumulateAndGet(n, Operators::addCap);
        if (kind != Kind.STREAM) {
            emitHeld();
            return;
        }
        s = upstream;
        if (s != null) {
            long asked = demand.getAndSet(0);
            if (asked > 0) {
                s.request(asked);
            }
        }
    }

    @Override
    public void cancel() {
        if (state.compareAndSet(WAITING, DONE)) {
            turn.withdrawn(this);
        } else if (state.compareAndSet(RUNNING, STOPPING)) {
            stopIfSubscribed();
        } else if (!state.compareAndSet(HOLDING, DONE)) {
            state.compareAndSet(REVOKED, STOPPING);
        }
    }

    /** The scope ends while this still runs: stops it and tells its subscriber when it has ended. */
    void revoke() {
        if (state.compareAndSet(RUNNING, REVOKED)) {
            stopIfSubscribed();
        }
    }

    /** Whether this is a stream that has delivered all that was asked for, so that only its reader can end it. */
    boolean isStalled() {
        return kind == Kind.STREAM && state.get() == RUNNING && upstream != null && awaited.get() <= 0;
    }

    /** Stops on the server at once what is being stopped. */
    void hurry() {
        Drain current = drain;
        if (current != null) {
            current.stopOnServer();
        }
        Turn lent = child;
        if (lent != null) {
            lent.hurry();
        }
    }

    /** A compound's clean-up after a cancel has ended. */
    void cleanedUp() {
        stopped(null);
    }

    /** The exchange has ended after a cancel. */
    void drained() {
        if (state.compareAndSet(STOPPING, DONE)) {
            turn.left(this);
        } else if (state.compareAndSet(REVOKED, DONE)) {
            turn.left(this);
            fail(Turn.closedError());
        }
    }

    private boolean isStopping() {
        int now = state.get();
        return now == STOPPING || now == REVOKED;
    }

    private void stopIfSubscribed() {
        turn.settled(this);
        stopIfAsked();
    }

    /** A stream's subscription is cancelled, which must not happen while it is being subscribed to on another thread. */
    private void stopIfAsked() {
        if (!isStopping()) {
            return;
        }
        Sending now = sending.get();
        Subscription s = now == Sending.LEAD ? lead : upstream;
        boolean isNow = kind == Kind.STREAM && now == Sending.NOW;
        if (s != null && !isNow && now != Sending.STOPPED && sending.compareAndSet(now, Sending.STOPPED)) {
            stop(s, now == Sending.GIVEN);
        }
    }

    private void stop(Subscription s, boolean isGiven) {
        if (kind == Kind.COMPOUND) {
            s.cancel();
            return;
        }
        Drain created = new Drain(turn, this, s, kind == Kind.STREAM && isGiven && !toItsEnd);
        drain = created;
        if (!ended) {
            created.start();
        }
    }

    /** Either the end of the exchange meets its drain, or the drain meets the end and is not started. */
    private void stopped(@Nullable Throwable error) {
        ended = true;
        Drain current = drain;
        if (current != null) {
            current.exchangeEnded(error);
        } else if (error != null) {
            turn.doom(error);
            drained();
        } else {
            drained();
        }
    }

    private void emitHeld() {
        T result = value;
        if (result != null && state.compareAndSet(HOLDING, DONE)) {
            next(result);
            complete();
        }
    }

    private void next(T item) {
        try {
            actual.onNext(item);
        } catch (Throwable e) {
            turn.thrown(e);
        }
    }

    private void fail(Throwable error) {
        try {
            actual.onError(error);
        } catch (Throwable e) {
            turn.thrown(e);
        }
    }

    private void complete() {
        try {
            actual.onComplete();
        } catch (Throwable e) {
            turn.thrown(e);
        }
    }

    private void leave() {
        turn.settled(this);
        turn.left(this);
    }
}
