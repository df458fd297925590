package io.fluxalchemy.error;

/** So many scopes wait for a connection that another one would wait in vain; refused at once, nothing was sent. */
public class AcquireOverflowException extends EngineException {

    private static final long serialVersionUID = 1L;

    public AcquireOverflowException(String message) {
        super(message);
    }
}
