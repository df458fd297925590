package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/**
 * The link broke after COMMIT was sent: the transaction may be stored or not. Never retried; look before writing again. Where the
 * engine keeps track of transaction ids, {@code AsyncEngine.outcomeOf} asks the database how it ended.
 */
public class CommitOutcomeUnknownException extends TransactionException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String transactionId;

    public CommitOutcomeUnknownException(String message, @Nullable String transactionId, @Nullable Throwable cause) {
        super(message, Outcome.UNKNOWN, cause);
        this.transactionId = transactionId;
    }

    /** The database's id of the transaction; null where none was taken. */
    public @Nullable String transactionId() {
        return transactionId;
    }
}
