package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** Something the engine refused or could not do, apart from what a database reported; the subclasses say what. */
public class EngineException extends FluxAlchemyException {

    private static final long serialVersionUID = 1L;

    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
