package io.fluxalchemy.error;

/** Too many operations wait for one connection; raise no bound, run them in sequence ({@code concatMap}). */
public class TurnOverflowException extends EngineException {

    private static final long serialVersionUID = 1L;

    public TurnOverflowException(String message) {
        super(message);
    }
}
