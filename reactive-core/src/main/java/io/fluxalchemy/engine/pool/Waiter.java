package io.fluxalchemy.engine.pool;

import io.fluxalchemy.error.AcquireTimeoutException;
import io.fluxalchemy.error.EngineClosedException;
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
final class Waiter<T> implements CoreSubscriber<Connection>, Subscription, Waiting {

    private final Lender lender;
    private final Shelf shelf;
    private final Function<Connection, @Nullable T> delivery;
    private final Runnable emptyHanded;
    private final CoreSubscriber<? super T> actual;
    private final AtomicBoolean over = new AtomicBoolean();
    private final long since;
    private final long deadline;
    private volatile @Nullable Subscription upstream;
    private volatile boolean aside;
    private int deadOnes;
    private volatile @Nullable Throwable lastDead;

    /**
     * @param since when the scope asked, by the {@link Clock}
     * @param deadline when it gives up
     * @param delivery what the scope is given for the connection; null where it does not want it any more
     * @param emptyHanded runs where the waiting ends without a connection
     */
    Waiter(
            Lender lender,
            Shelf shelf,
            long since,
            long deadline,
            Function<Connection, @Nullable T> delivery,
            Runnable emptyHanded,
            CoreSubscriber<? super T> actual) {
        this.lender = lender;
        this.shelf = shelf;
        this.since = since;
        this.deadline = deadline;
        this.delivery = delivery;
        this.emptyHanded = emptyHanded;
        this.actual = actual;
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

    /** Also ends a wait that can never end. */
    @Override
    public void look(long now) {
        if (now - deadline >= 0) {
            giveUp(late());
        } else if (now - since >= lender.settings().stallLimit().toNanos() && lender.isStalled(shelf)) {
            giveUp(new StalledStreamException(
                    "every connection is held by a stream whose rows wait for demand, so none can"
                            + " become free: read the rows into a list (all) before using another connection; held by "
                            + holders()));
        } else if (lender.isGraceOver() || aside && lender.refusal() != null) {
            giveUp(refused(null));
        } else if (aside && shelf.isWorthAsking(lender.redial())) {
            aside = false;
            ask();
        }
    }

    private AcquireTimeoutException late() {
        Redial redial = lender.redial();
        Throwable last = redial == null ? null : redial.last();
        String within = " within " + lender.settings().acquireTimeout();
        if (last != null) {
            return new AcquireTimeoutException(
                    "no connection could be opened" + within + ": " + last.getMessage() + "; held by " + holders(),
                    last);
        }
        Throwable dead = lastDead;
        return dead == null
                ? new AcquireTimeoutException("no connection became free" + within + "; held by " + holders())
                : new AcquireTimeoutException(
                        "no living connection was found" + within + ": " + dead.getMessage() + "; held by " + holders(),
                        dead);
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
            T delivered = delivery.apply(connection);
            if (delivered == null) {
                unused(connection);
            } else {
                actual.onNext(delivered);
            }
            actual.onComplete();
        } else {
            unused(connection);
        }
    }

    private void unused(Connection connection) {
        lender.tracked(Mono.from(connection.close()).onErrorComplete()).subscribe();
    }

    @Override
    public void onError(Throwable signalled) {
        Throwable error = signalled;
        if (signalled instanceof DeadConnectionException) {
            error = signalled.getCause() == null ? signalled : signalled.getCause();
            lastDead = error;
            if (deadOnes++ <= lender.settings().maxSize()) {
                ask();
                return;
            }
        }
        if (lender.refusal() != null) {
            giveUp(refused(error));
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

    /** The engine was closed before there was a connection, which for one who stands aside there will not be. */
    private static EngineClosedException refused(@Nullable Throwable cause) {
        return new EngineClosedException("the engine was closed before a connection could be lent", cause);
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
