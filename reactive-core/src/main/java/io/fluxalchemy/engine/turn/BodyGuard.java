package io.fluxalchemy.engine.turn;

import io.fluxalchemy.error.FatalErrorException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Stands between the body of a scope and the scope. Reactor throws errors of the virtual machine through every operator, up to the
 * driver's thread, so that a body in which one is thrown behind an operation would never end; the operation catches it, and this
 * ends the body in its place.
 */
public final class BodyGuard<T> implements CoreSubscriber<T>, Subscription {

    private final Turn turn;
    private final CoreSubscriber<? super T> actual;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable Subscription upstream;

    private BodyGuard(Turn turn, CoreSubscriber<? super T> actual) {
        this.turn = turn;
        this.actual = actual;
    }

    /** The body of a scope on this turn, whose end does not depend on operators that let an error pass. */
    public static <T> Mono<T> one(Turn turn, Mono<T> body) {
        return body.transform(Operators.<T, T>lift((source, actual) -> new BodyGuard<>(turn, actual)));
    }

    /** As {@link #one}, for several values. */
    public static <T> Flux<T> many(Turn turn, Publisher<T> body) {
        return Flux.from(body).transform(Operators.<T, T>lift((source, actual) -> new BodyGuard<>(turn, actual)));
    }

    /** An error was thrown out of what follows an operation. */
    void thrown(Error error) {
        if (over.compareAndSet(false, true)) {
            Subscription s = upstream;
            if (s != null) {
                s.cancel();
            }
            actual.onError(new FatalErrorException(error));
        }
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription s) {
        if (Operators.validate(upstream, s)) {
            upstream = s;
            turn.guardedBy(this);
            actual.onSubscribe(this);
        }
    }

    @Override
    public void onNext(T item) {
        if (over.get()) {
            Operators.onDiscard(item, actual.currentContext());
        } else {
            actual.onNext(item);
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
