package io.fluxalchemy.engine.turn;

import reactor.core.publisher.Mono;

/** What a turn must be able to do with the connection whose operations it orders. */
public interface Wire {

    /** Whether cancelling a result's subscription makes the driver end the exchange soon, rows unread. */
    boolean endsOnCancel();

    /** Whether {@link #cancel()} stops a running statement on the server. */
    boolean canCancel();

    /** Stops the running statement on the server; completes when the request can no longer hit a later statement. */
    Mono<Void> cancel();

    /** Completes or fails when the server has answered everything sent before. */
    Mono<Void> fence();

    /** An exchange does not end: this connection must never be lent again. */
    void abandon();
}
