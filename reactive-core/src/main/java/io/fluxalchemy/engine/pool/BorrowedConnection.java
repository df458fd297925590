package io.fluxalchemy.engine.pool;

import io.fluxalchemy.error.SessionClosedException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ValidationDepth;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A connection in the hands of a user of plain R2DBC, whose statements we do not see. Closing it waits for the server's answers,
 * stops what does not answer, rolls back, and has the session reset; where any of that cannot be done the connection is destroyed.
 */
final class BorrowedConnection extends ForwardingConnection {

    private final Lender lender;
    private final Lease lease;
    private final AtomicBoolean closed = new AtomicBoolean();

    BorrowedConnection(Lender lender, Lease lease) {
        this.lender = lender;
        this.lease = lease;
        lease.leaveTheTurn();
    }

    @Override
    Connection target() {
        if (closed.get()) {
            throw new SessionClosedException(
                    "a connection was used after it was closed: take another from the factory");
        }
        return lease.connection();
    }

    @Override
    public Connection unwrap() {
        return lease.connection();
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return Mono.defer(() ->
                closed.get() ? Mono.just(false) : Mono.from(lease.connection().validate(depth)));
    }

    @Override
    public Publisher<Void> close() {
        return Mono.defer(() -> closed.compareAndSet(false, true)
                ? lender.tracked(settled().then(Mono.defer(lease::giveBack)))
                : Mono.empty());
    }

    private Mono<Void> settled() {
        Mono<Void> answered = lease.fence();
        Mono<Void> stopping = Mono.delay(lender.limits().drain())
                .then(Mono.defer(lease::cancel))
                .then(Mono.never());
        return (lease.canCancel() ? answered.or(stopping) : answered)
                .then(Mono.defer(() -> Mono.from(lease.connection().rollbackTransaction())))
                .timeout(lender.settings().cleanupTimeout())
                .onErrorResume(e -> {
                    lease.markBroken();
                    return Mono.empty();
                });
    }
}
