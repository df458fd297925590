package io.fluxalchemy.error;

/** Work left running on a connection or session whose scope wants to end or that allows one operation only. */
public class ConcurrentUseException extends EngineException {

    private static final long serialVersionUID = 1L;

    public ConcurrentUseException(String message) {
        super(message);
    }
}
