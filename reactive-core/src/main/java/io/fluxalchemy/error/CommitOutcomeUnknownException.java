package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** The link broke after COMMIT was sent: the transaction may be stored or not. Never retried; look before writing again. */
public class CommitOutcomeUnknownException extends TransactionException {

    private static final long serialVersionUID = 1L;

    public CommitOutcomeUnknownException(String message, @Nullable Throwable cause) {
        super(message, Outcome.UNKNOWN, cause);
    }
}
