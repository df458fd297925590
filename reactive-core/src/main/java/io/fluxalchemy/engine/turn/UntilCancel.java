package io.fluxalchemy.engine.turn;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Passes signals of a {@link Scoped} of many values on until its subscriber cancels, and none after: whoever has left a scope is not
 * called when it ends. The scope has ended when its end is signalled, so nothing thrown by what follows it comes back: it ends the scopes around,
 * and where there is none it is signalled, to be heard where the operator that has thrown it still listens.
 */
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
            try {
                actual.onError(Scoped.unwrap(error));
            } catch (Throwable e) {
                thrown(e);
            }
        }
    }

    @Override
    public void onComplete() {
        if (!cancelled) {
            try {
                actual.onComplete();
            } catch (Throwable e) {
                thrown(e);
            }
        }
    }

    private void thrown(Throwable error) {
        cancelled = true;
        ThrownError.tell(error, actual);
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
