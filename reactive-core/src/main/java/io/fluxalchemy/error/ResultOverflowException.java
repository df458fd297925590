package io.fluxalchemy.error;

/** More values than a scope may hold back until its commit. */
public class ResultOverflowException extends EngineException {

    private static final long serialVersionUID = 1L;

    public ResultOverflowException(String message) {
        super(message);
    }
}
