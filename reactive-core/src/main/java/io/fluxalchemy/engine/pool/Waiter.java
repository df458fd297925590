package io.fluxalchemy.engine.pool;

import io.fluxalchemy.error.AcquireTimeoutException;
import io.fluxalchemy.error.EngineException;
import io.fluxalchemy.error.StalledStreamException;
import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One scope waiting for its connection. Exactly one of four things ends it: delivery, failure, timeout, cancel. A connection
 * that arrives after another end goes back unused. While the server cannot be reached it stands aside and asks again when it is
 * time to ({@link Redial}). The caller's Context does not reach the pool, where it would stay in the
 * connection for life.
 */
final class Waiter<T> implements CoreSubscriber<Connection>, Subscription {

    private final Lender lender;
    private final Shelf shelf;
    private final Function<Connection, T> delivery;
    private final Runnable emptyHanded;
    private final CoreSubscriber<? super T> actual;
    private final AtomicBoolean over = new AtomicBoolean();
    private final long since = Clock.now();
    private final long deadline;
    private volatile @Nullable Subscription upstream;
    private volatile boolean aside;
    private int deadOnes;

    /**
     * @param delivery what the scope is given for the connection
     * @param emptyHanded runs where the waiting ends without a connection
     */
    Waiter(
            Lender lender,
            Shelf shelf,
            Function<Connection, T> delivery,
            Runnable emptyHanded,
            CoreSubscriber<? super T> actual) {
        this.lender = lender;
        this.shelf = shelf;
        this.delivery = delivery;
        this.emptyHanded = emptyHanded;
        this.actual = actual;
        this.deadline = since + lender.settings().acquireTimeout().toNanos();
    }

    void start() {
        ask();
        if (!over.get()) {
            lender.waitingRoom().enter(this);
            if (over.get()) {
                lender.waitingRoom().leave(this);
            }
        }
    }

    /** Whether the time is up, or the waiting can never end. */
    void look(long now) {
        if (now - deadline >= 0) {
            giveUp(late());
        } else if (now - since >= lender.settings().stallLimit().toNanos() && lender.isStalled(shelf)) {
            giveUp(new StalledStreamException(
                    "every connection is held by a stream whose rows wait for demand, so none can"
                            + " become free: read the rows into a list (all) before using another connection; held by "
                            + holders()));
        } else if (aside && shelf.isWorthAsking(lender.redial())) {
            aside = false;
            ask();
        }
    }

    private AcquireTimeoutException late() {
        Redial redial = lender.redial();
        Throwable last = redial == null ? null : redial.last();
        String within = " within " + lender.settings().acquireTimeout();
        return last == null
                ? new AcquireTimeoutException("no connection became free" + within + "; held by " + holders())
                : new AcquireTimeoutException(
                        "no connection could be opened" + within + ": " + last.getMessage() + "; held by " + holders(),
                        last);
    }

    private void ask() {
        if (over.get()) {
            return;
        }
        Publisher<? extends Connection> next;
        try {
            next = shelf.factory().create();
        } catch (RuntimeException e) {
            onError(e);
            return;
        }
        next.subscribe(this);
    }

    @Override
    public Context currentContext() {
        return Context.empty();
    }

    @Override
    public void onSubscribe(Subscription s) {
        upstream = s;
        if (over.get()) {
            s.cancel();
        } else {
            s.request(1);
        }
    }

    @Override
    public void onNext(Connection connection) {
        if (over.compareAndSet(false, true)) {
            lender.waitingRoom().leave(this);
            actual.onNext(delivery.apply(connection));
            actual.onComplete();
        } else {
            lender.tracked(Mono.from(connection.close()).onErrorComplete()).subscribe();
        }
    }

    @Override
    public void onError(Throwable error) {
        if (error instanceof DeadConnectionException
                && deadOnes++ <= lender.settings().maxSize()) {
            ask();
            return;
        }
        Throwable translated = lender.translate(error);
        Redial redial = lender.redial();
        if (redial != null && redial.isPassing(translated)) {
            aside = true;
        } else if (end()) {
            actual.onError(translated);
        }
    }

    @Override
    public void onComplete() {
        if (!over.get()) {
            onError(new IllegalStateException("the connection factory completed without a connection"));
        }
    }

    /** Demand is one by nature. */
    @Override
    public void request(long n) {
        Operators.validate(n);
    }

    @Override
    public void cancel() {
        if (end()) {
            cancelUpstream();
        }
    }

    private void giveUp(EngineException error) {
        if (end()) {
            cancelUpstream();
            actual.onError(error);
        }
    }

    private String holders() {
        List<Lease> holders = lender.holders();
        return holders.size() + " scope(s): "
                + holders.stream().limit(5).map(Lease::describe).toList();
    }

    private boolean end() {
        if (!over.compareAndSet(false, true)) {
            return false;
        }
        lender.waitingRoom().leave(this);
        emptyHanded.run();
        return true;
    }

    private void cancelUpstream() {
        Subscription s = upstream;
        if (s != null) {
            s.cancel();
        }
    }
}
