package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/**
 * The transaction was committed, and then a hook that was to run after the commit failed. What the transaction wrote is stored:
 * never run it again for this. The hook's error is the cause, those of further hooks are suppressed onto it.
 */
public class AfterCommitException extends TransactionException {

    private static final long serialVersionUID = 1L;

    public AfterCommitException(String message, @Nullable Throwable cause) {
        super(message, Outcome.COMMITTED, cause);
    }
}
