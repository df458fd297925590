package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** Root of everything this library raises. Unchecked; immutable apart from its suppressed exceptions. */
public class FluxAlchemyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FluxAlchemyException(String message) {
        super(message);
    }

    public FluxAlchemyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
