package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A statement that cannot be built or compiled: the message names the statement's part and the fix. Raised before any I/O. */
public class StatementException extends FluxAlchemyException {

    private static final long serialVersionUID = 1L;

    public StatementException(String message) {
        super(message);
    }

    public StatementException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
