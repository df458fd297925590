package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A transaction that did not end as its body did. */
public class TransactionException extends EngineException {

    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    public TransactionException(String message, Outcome outcome, @Nullable Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    /** How the transaction ended. */
    public Outcome outcome() {
        return outcome;
    }
}
