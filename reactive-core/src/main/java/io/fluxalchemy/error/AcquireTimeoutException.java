package io.fluxalchemy.error;

/** No connection became free in time; the message names who holds them. */
public class AcquireTimeoutException extends EngineException {

    private static final long serialVersionUID = 1L;

    public AcquireTimeoutException(String message) {
        super(message);
    }
}
