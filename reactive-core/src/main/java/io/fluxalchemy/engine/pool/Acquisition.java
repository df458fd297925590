package io.fluxalchemy.engine.pool;

import io.fluxalchemy.error.AcquireOverflowException;
import io.fluxalchemy.error.EngineClosedException;
import io.fluxalchemy.error.NestedAcquireException;
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
        } else if (lender.isCrowded()) {
            Operators.error(
                    actual,
                    new AcquireOverflowException(
                            "more than " + Lender.MOST_WAITING + " scopes wait for a connection: the"
                                    + " database cannot keep up, so take in less, for instance with the concurrency of flatMap"));
        } else if (!lender.claim(whileHolding)) {
            Operators.error(
                    actual,
                    new NestedAcquireException(
                            "a second connection was asked for inside a scope that holds one, and all are"
                                    + " in use: waiting for it could never end; make the pool larger or use nested(…)"));
        } else {
            Waiter waiter = new Waiter(lender, purpose, actual);
            actual.onSubscribe(waiter);
            waiter.start();
        }
    }
}
