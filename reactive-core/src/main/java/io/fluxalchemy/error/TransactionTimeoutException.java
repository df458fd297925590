package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A transaction that passed its deadline; it was rolled back. */
public class TransactionTimeoutException extends TransactionException {

    private static final long serialVersionUID = 1L;

    public TransactionTimeoutException(String message, @Nullable Throwable cause) {
        super(message, Outcome.ROLLED_BACK, cause);
    }
}
