package io.fluxalchemy.engine.turn;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** Passes signals on until its subscriber cancels, and none after: whoever has left a scope is not called when it ends. */
final class UntilCancel<T> implements CoreSubscriber<T>, Subscription {

    private final CoreSubscriber<? super T> actual;
    private volatile boolean cancelled;
    private @Nullable Subscription upstream;

    UntilCancel(CoreSubscriber<? super T> actual) {
        this.actual = actual;
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
        if (cancelled) {
            Operators.onDiscard(item, actual.currentContext());
        } else {
            actual.onNext(item);
        }
    }

    @Override
    public void onError(Throwable error) {
        if (!cancelled) {
            actual.onError(error);
        }
    }

    @Override
    public void onComplete() {
        if (!cancelled) {
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
        cancelled = true;
        Subscription s = upstream;
        if (s != null) {
            s.cancel();
        }
    }
}
