package io.fluxalchemy.engine.pool;

import io.fluxalchemy.error.AcquireOverflowException;
import io.fluxalchemy.error.EngineClosedException;
import io.fluxalchemy.error.NestedAcquireException;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/** The acquire operator: a {@link Mono} of our own, so that no converter stands between the pool and the scope. */
final class Acquisition extends Mono<Lease> {

    private final Lender lender;
    private final String purpose;
    private final boolean whileHolding;

    Acquisition(Lender lender, String purpose, boolean whileHolding) {
        this.lender = lender;
        this.purpose = purpose;
        this.whileHolding = whileHolding;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Lease> actual) {
        EngineClosedException refusal = lender.refusal();
        if (refusal != null) {
            Operators.error(actual, refusal);
            return;
        }
        if (lender.isCrowded()) {
            Operators.error(
                    actual,
                    new AcquireOverflowException(
                            "more than " + Lender.MOST_WAITING + " scopes wait for a connection: the"
                                    + " database cannot keep up, so take in less, for instance with the concurrency of flatMap"));
            return;
        }
        Shelf shelf = lender.claim(whileHolding);
        if (shelf == null) {
            Operators.error(
                    actual,
                    new NestedAcquireException(
                            "a second connection was asked for inside a scope that holds one, and all are in use: waiting for it"
                                    + " could never end; use nested(…), make the pool larger, or keep some apart for this with"
                                    + " independentReserve(…)"));
            return;
        }
        long since = Clock.now();
        Waiter<Lease> waiter = new Waiter<>(
                lender,
                shelf,
                since,
                since + lender.settings().acquireTimeout().toNanos(),
                connection -> lender.lend(connection, shelf, purpose, Clock.now() - since),
                () -> lender.unclaim(shelf),
                actual);
        actual.onSubscribe(waiter);
        waiter.start();
    }

    /**
     * Another connection for a scope that has its claim already.
     *
     * @param longest the nanoseconds it may take
     */
    static Mono<Lease> replacing(Lender lender, Shelf shelf, Lease lease, long longest) {
        return new Mono<>() {
            @Override
            public void subscribe(CoreSubscriber<? super Lease> actual) {
                @Nullable EngineClosedException refusal = lender.refusal();
                if (refusal != null) {
                    Operators.error(actual, refusal);
                    return;
                }
                long since = Clock.now();
                Waiter<Lease> waiter =
                        new Waiter<>(lender, shelf, since, since + longest, lease::takeUp, () -> {}, actual);
                actual.onSubscribe(waiter);
                waiter.start();
            }
        };
    }
}
