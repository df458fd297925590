package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A class, attribute or table that is not mapped as it must be; names it and the fix. Raised at start-up, before any I/O. */
public class MappingException extends FluxAlchemyException {

    private static final long serialVersionUID = 1L;

    public MappingException(String message) {
        super(message);
    }

    public MappingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
