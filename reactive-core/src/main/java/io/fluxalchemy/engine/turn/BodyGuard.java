package io.fluxalchemy.engine.turn;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Stands between the body of a scope and the scope. Reactor throws errors of the virtual machine through every operator, up to the
 * driver's thread, so that a body in which one is thrown would never end; whoever gave the signal, an operation or this, catches it,
 * and this ends the body in its place. What is thrown on a thread of others meets neither.
 */
public final class BodyGuard<T> implements CoreSubscriber<T>, Subscription {

    private final CoreSubscriber<? super T> actual;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable Subscription upstream;

    private BodyGuard(CoreSubscriber<? super T> actual) {
        this.actual = actual;
    }

    /** A body whose end does not depend on operators that let an error pass. */
    public static <T> Mono<T> one(Mono<T> body) {
        return new GuardedMono<>(body, null);
    }

    /** As {@link #one(Mono)}, for the body of a scope on this turn: errors thrown out of what follows its operations end it too. */
    public static <T> Mono<T> one(Turn turn, Mono<T> body) {
        return new GuardedMono<>(body, turn);
    }

    /** As {@link #one(Turn, Mono)}, for several values. */
    public static <T> Flux<T> many(Turn turn, Publisher<T> body) {
        return new GuardedFlux<>(Flux.from(body), turn);
    }

    private void watch(Publisher<? extends T> body, @Nullable Turn turn) {
        if (turn != null) {
            turn.guardedBy(this);
        }
        try {
            body.subscribe(this);
        } catch (Throwable e) {
            thrown(e);
        }
    }

    boolean isOver() {
        return over.get();
    }

    /** An error was thrown out of what the body consists of. */
    void thrown(Throwable error) {
        if (!over.compareAndSet(false, true)) {
            Operators.onErrorDropped(error, actual.currentContext());
            return;
        }
        if (upstream == null) {
            actual.onSubscribe(Operators.emptySubscription());
        } else {
            cancel();
        }
        actual.onError(ThrownError.signal(error));
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription s) {
        if (Operators.validate(upstream, s)) {
            upstream = s;
            actual.onSubscribe(this);
        }
    }

    @Override
    public void onNext(T item) {
        if (over.get()) {
            Operators.onDiscard(item, actual.currentContext());
            return;
        }
        try {
            actual.onNext(item);
        } catch (Throwable e) {
            // before the scope has ended: what is thrown by whoever reads its values ends it, and those scopes around
            // it
            thrown(e);
            ThrownError.toldAround(e, actual.currentContext());
        }
    }

    @Override
    public void onError(Throwable error) {
        if (over.compareAndSet(false, true)) {
            actual.onError(error);
        }
    }

    @Override
    public void onComplete() {
        if (over.compareAndSet(false, true)) {
            actual.onComplete();
        }
    }

    @Override
    public void request(long n) {
        Subscription s = upstream;
        if (s != null) {
            try {
                s.request(n);
            } catch (Throwable e) {
                thrown(e);
            }
        }
    }

    /** Never throws: clean-up follows. */
    @Override
    public void cancel() {
        Subscription s = upstream;
        if (s != null) {
            try {
                s.cancel();
            } catch (Throwable e) {
                Operators.onErrorDropped(e, actual.currentContext());
            }
        }
    }

    private static final class GuardedMono<T> extends MonoOperator<T, T> {

        private final @Nullable Turn turn;

        GuardedMono(Mono<T> body, @Nullable Turn turn) {
            super(body);
            this.turn = turn;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> actual) {
            new BodyGuard<T>(actual).watch(source, turn);
        }
    }

    private static final class GuardedFlux<T> extends FluxOperator<T, T> {

        private final @Nullable Turn turn;

        GuardedFlux(Flux<T> body, @Nullable Turn turn) {
            super(body);
            this.turn = turn;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> actual) {
            new BodyGuard<T>(actual).watch(source, turn);
        }
    }
}
