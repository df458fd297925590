package io.fluxalchemy.engine;

import io.fluxalchemy.engine.turn.Compound;
import io.fluxalchemy.engine.turn.Turn;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A body that holds the turn for several statements. What dooms it dooms the turn it came from. */
final class ExclusiveBody<T> implements Compound<T> {

    private final LentConnection outer;
    private final Function<? super AsyncConnection, ? extends Mono<T>> work;

    ExclusiveBody(LentConnection outer, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        this.outer = outer;
        this.work = work;
    }

    @Override
    public Mono<T> body(Turn child) {
        return outer.in(child, outer.hooks()).run(work);
    }

    @Override
    public Mono<Void> completed(Turn child) {
        if (child.finishesAtOnce()) {
            passDoomOn(child);
            return Mono.empty();
        }
        return child.finish()
                .onErrorResume(e -> child.abort(false).then(Mono.error(e)))
                .doFinally(signal -> passDoomOn(child));
    }

    @Override
    public Mono<Void> failed(Turn child, Throwable error) {
        return child.abort(false).doFinally(signal -> passDoomOn(child));
    }

    @Override
    public Mono<Void> cancelled(Turn child) {
        return child.abort(false).doFinally(signal -> passDoomOn(child));
    }

    private void passDoomOn(Turn child) {
        Throwable doom = child.doomed();
        if (doom != null) {
            outer.turn().doom(doom);
        }
    }
}
