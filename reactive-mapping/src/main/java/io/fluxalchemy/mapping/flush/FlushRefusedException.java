package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.error.FluxAlchemyException;
import org.jspecify.annotations.Nullable;

/** Entities that cannot be written as they are; names entity, attribute and fix. Raised before anything is written. */
public class FlushRefusedException extends FluxAlchemyException {

    private static final long serialVersionUID = 1L;

    public FlushRefusedException(String message) {
        super(message);
    }

    public FlushRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
