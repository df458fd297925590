package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** Work for an engine that was closed. */
public class EngineClosedException extends EngineException {

    private static final long serialVersionUID = 1L;

    public EngineClosedException(String message) {
        super(message);
    }

    public EngineClosedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
