package io.fluxalchemy.engine.turn;

import reactor.core.publisher.Mono;

/** A body of several operations and what must run after it. Each clean-up starts by making the child quiet. */
public interface Compound<T> {

    Mono<T> body(Turn child);

    Mono<Void> completed(Turn child);

    Mono<Void> failed(Turn child, Throwable error);

    Mono<Void> cancelled(Turn child);
}
