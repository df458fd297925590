package io.fluxalchemy.engine.turn;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** A scope that tells {@link UntilCancel nothing} to one who has left it. */
final class UntilCancelMono<T> extends MonoOperator<T, T> {

    UntilCancelMono(Mono<T> scope) {
        super(scope);
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        source.subscribe(new UntilCancel<>(actual, true));
    }
}
