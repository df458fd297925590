package io.fluxalchemy.engine.turn;

import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A stream that waits for its turn. */
final class TurnFlux<T> extends Flux<T> {

    private final Turn turn;
    private final Mono<Void> first;
    private final Publisher<T> source;
    private final boolean toItsEnd;

    TurnFlux(Turn turn, Mono<Void> first, Publisher<T> source, boolean toItsEnd) {
        this.first = first;
        this.turn = turn;
        this.source = source;
        this.toItsEnd = toItsEnd;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        new Ticket<T>(turn, Ticket.Kind.STREAM, ticket -> source, actual, toItsEnd, first).enter();
    }
}
