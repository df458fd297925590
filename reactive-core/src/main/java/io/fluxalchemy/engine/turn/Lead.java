package io.fluxalchemy.engine.turn;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * What must be answered before a stream is begun. It is not cut short by a cancel, as no operation is: only when it has been
 * answered is it certain what a fence would be behind.
 */
final class Lead<T> implements CoreSubscriber<Void> {

    private final Ticket<T> ticket;
    private final Publisher<T> stream;
    private @Nullable Subscription upstream;

    /** @param stream begun when this has completed and nobody has cancelled */
    Lead(Ticket<T> ticket, Publisher<T> stream) {
        this.ticket = ticket;
        this.stream = stream;
    }

    @Override
    public Context currentContext() {
        return ticket.currentContext();
    }

    @Override
    public void onSubscribe(Subscription s) {
        if (Operators.validate(upstream, s)) {
            upstream = s;
            ticket.leads(s);
            s.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(Void nothing) {
        // it yields nothing
    }

    @Override
    public void onError(Throwable error) {
        ticket.onError(error);
    }

    @Override
    public void onComplete() {
        ticket.follow(stream);
    }
}
