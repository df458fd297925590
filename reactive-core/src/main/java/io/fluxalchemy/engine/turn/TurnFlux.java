package io.fluxalchemy.engine.turn;

import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/** A stream that waits for its turn. */
final class TurnFlux<T> extends Flux<T> {

    private final Turn turn;
    private final Publisher<T> source;
    private final boolean toItsEnd;

    TurnFlux(Turn turn, Publisher<T> source, boolean toItsEnd) {
        this.turn = turn;
        this.source = source;
        this.toItsEnd = toItsEnd;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        new Ticket<T>(turn, Ticket.Kind.STREAM, ticket -> source, actual, toItsEnd).enter();
    }
}
