package io.fluxalchemy.error;

/** Work for an engine that was closed. */
public class EngineClosedException extends EngineException {

    private static final long serialVersionUID = 1L;

    public EngineClosedException(String message) {
        super(message);
    }
}
