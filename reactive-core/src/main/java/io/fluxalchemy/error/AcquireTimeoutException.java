package io.fluxalchemy.error;

/**
 * No connection became free in time; the message names who holds them. Where none could be opened, the cause is the last failure.
 */
public class AcquireTimeoutException extends EngineException {

    private static final long serialVersionUID = 1L;

    public AcquireTimeoutException(String message) {
        super(message);
    }

    public AcquireTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
