package io.fluxalchemy.engine.turn;

import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** An operation of at most one value that waits for its turn. */
final class TurnMono<T> extends Mono<T> {

    private final Turn turn;
    private final Ticket.Kind kind;
    private final Function<Ticket<T>, Publisher<T>> source;

    TurnMono(Turn turn, Ticket.Kind kind, Function<Ticket<T>, Publisher<T>> source) {
        this.turn = turn;
        this.kind = kind;
        this.source = source;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        new Ticket<T>(turn, kind, source, actual).enter();
    }
}
