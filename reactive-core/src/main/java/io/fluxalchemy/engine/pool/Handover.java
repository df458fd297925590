package io.fluxalchemy.engine.pool;

import io.r2dbc.spi.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.pool.PooledRef;
import reactor.util.context.Context;

/**
 * One connection on its way from our pool to whoever asked for it. It is handed over on the thread on which its answers will come, so
 * that what a scope does, and what it knows, stays on one thread: at once where that is the thread that asks. It is never handed over
 * inside the pool's own loop, where work of one scope would keep all others waiting, unless the driver does not tell its threads.
 *
 * <p>A cancel that comes too late does not stop it: the subscriber gives the connection back.
 */
final class Handover implements CoreSubscriber<PooledRef<TrackedConnection>>, Subscription, Runnable {

    private static final int ASKING = 0;
    private static final int ASKED = 1;
    private static final int THERE_AT_ONCE = 2;

    private final CoreSubscriber<? super Connection> actual;
    private final AtomicInteger state = new AtomicInteger(ASKING);
    private @Nullable Subscription upstream;
    private volatile @Nullable PooledRef<TrackedConnection> loan;

    Handover(CoreSubscriber<? super Connection> actual) {
        this.actual = actual;
    }

    void ask(Mono<PooledRef<TrackedConnection>> acquire) {
        acquire.subscribe(this);
        if (state.compareAndSet(ASKING, ASKED)) {
            return;
        }
        PooledRef<TrackedConnection> there = loan;
        if (there != null) {
            if (there.poolable().isOnItsThread()) {
                handOver(there);
            } else {
                move(there);
            }
        }
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription s) {
        upstream = s;
        actual.onSubscribe(this);
    }

    @Override
    public void onNext(PooledRef<TrackedConnection> ref) {
        loan = ref;
        if (state.compareAndSet(ASKING, THERE_AT_ONCE)) {
            return;
        }
        move(ref);
    }

    private void move(PooledRef<TrackedConnection> ref) {
        Scheduler own = ref.poolable().scheduler();
        if (own == null) {
            handOver(ref);
            return;
        }
        try {
            own.schedule(this);
        } catch (RejectedExecutionException e) {
            // its thread has ended, which the check finds out
            handOver(ref);
        }
    }

    /** On the connection's own thread. */
    @Override
    public void run() {
        PooledRef<TrackedConnection> ref = loan;
        if (ref != null) {
            ref.poolable().runsHere();
            handOver(ref);
        }
    }

    /** Hands it over if it is alive; a dead one leaves the pool first. */
    private void handOver(PooledRef<TrackedConnection> ref) {
        TrackedConnection connection = ref.poolable();
        connection.lent(ref);
        CompletableFuture<@Nullable DeadConnectionException> check = connection.check();
        if (check.isDone()) {
            decide(ref, check.getNow(null));
        } else {
            var unused = check.whenComplete((dead, never) -> decide(ref, dead));
        }
    }

    private void decide(PooledRef<TrackedConnection> ref, @Nullable DeadConnectionException dead) {
        if (dead == null) {
            actual.onNext(ref.poolable());
            actual.onComplete();
        } else {
            ref.invalidate().subscribe(nothing -> {}, e -> actual.onError(dead), () -> actual.onError(dead));
        }
    }

    @Override
    public void onError(Throwable error) {
        actual.onError(error);
    }

    @Override
    public void onComplete() {
        // the connection is what ends it
    }

    @Override
    public void request(long n) {
        Subscription s = upstream;
        if (s != null) {
            s.request(n);
        }
    }

    @Override
    public void cancel() {
        Subscription s = upstream;
        if (s != null) {
            s.cancel();
        }
    }
}
