package io.fluxalchemy.error;

/** The outer connection or session used inside a nested body; use the one the body was given. */
public class OuterSessionInUseException extends EngineException {

    private static final long serialVersionUID = 1L;

    public OuterSessionInUseException(String message) {
        super(message);
    }
}
