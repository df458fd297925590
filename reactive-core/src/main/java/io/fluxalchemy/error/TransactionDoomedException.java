package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/**
 * A transaction whose body completed although a joined block in it had failed, or its connection was lost; it was rolled back. The
 * failure is the cause.
 */
public class TransactionDoomedException extends TransactionException {

    private static final long serialVersionUID = 1L;

    public TransactionDoomedException(String message, @Nullable Throwable cause) {
        super(message, Outcome.ROLLED_BACK, cause);
    }
}
