package io.fluxalchemy.engine.turn;

import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A compound that only waits for its child to become quiet. */
class PlainCompound<T> implements Compound<T> {

    private final Function<Turn, Mono<T>> body;

    PlainCompound(Function<Turn, Mono<T>> body) {
        this.body = body;
    }

    @Override
    public Mono<T> body(Turn child) {
        return body.apply(child);
    }

    @Override
    public Mono<Void> completed(Turn child) {
        return child.finish();
    }

    @Override
    public Mono<Void> failed(Turn child, Throwable error) {
        return child.abort(false);
    }

    @Override
    public Mono<Void> cancelled(Turn child) {
        return child.abort(false);
    }
}
