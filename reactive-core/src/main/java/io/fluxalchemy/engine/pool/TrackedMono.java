package io.fluxalchemy.engine.pool;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** The end of a scope, known to the {@link Cleanups} while it runs. */
final class TrackedMono extends MonoOperator<Void, Void> {

    private final Cleanups cleanups;

    TrackedMono(Cleanups cleanups, Mono<Void> cleanup) {
        super(cleanup);
        this.cleanups = cleanups;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Void> actual) {
        source.subscribe(new Cleanup(cleanups, actual));
    }
}
