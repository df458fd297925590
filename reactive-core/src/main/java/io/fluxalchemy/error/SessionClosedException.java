package io.fluxalchemy.error;

/** A connection or session used after its scope had ended. */
public class SessionClosedException extends EngineException {

    private static final long serialVersionUID = 1L;

    public SessionClosedException(String message) {
        super(message);
    }
}
