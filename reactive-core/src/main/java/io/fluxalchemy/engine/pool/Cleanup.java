package io.fluxalchemy.engine.pool;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/** One end of a scope under way. It has ended when its subscriber knows, or has cancelled it. */
final class Cleanup implements CoreSubscriber<Void>, Subscription {

    private final Cleanups cleanups;
    private final CoreSubscriber<? super Void> actual;
    /** Made when somebody asks, which is seldom. */
    private final AtomicReference<Sinks.@Nullable Empty<Void>> asked = new AtomicReference<>();

    private volatile boolean ended;
    private @Nullable Subscription upstream;

    Cleanup(Cleanups cleanups, CoreSubscriber<? super Void> actual) {
        this.cleanups = cleanups;
        this.actual = actual;
        cleanups.begun(this);
    }

    /** Completes when this has ended. */
    Mono<Void> over() {
        asked.compareAndSet(null, Sinks.empty());
        tellIfEnded();
        Sinks.Empty<Void> sink = asked.get();
        return sink == null ? Mono.empty() : sink.asMono();
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
    public void onNext(Void nothing) {
        // an end yields nothing
    }

    @Override
    public void onError(Throwable error) {
        try {
            actual.onError(error);
        } finally {
            end();
        }
    }

    @Override
    public void onComplete() {
        try {
            actual.onComplete();
        } finally {
            end();
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
        end();
    }

    private void end() {
        cleanups.ended(this);
        ended = true;
        tellIfEnded();
    }

    private void tellIfEnded() {
        Sinks.Empty<Void> sink = asked.get();
        if (ended && sink != null) {
            sink.tryEmitEmpty();
        }
    }
}
