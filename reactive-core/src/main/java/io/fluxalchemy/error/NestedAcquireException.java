package io.fluxalchemy.error;

/** A second connection was asked for inside a scope that holds one, and the pool has none to spare; waiting could never end. */
public class NestedAcquireException extends EngineException {

    private static final long serialVersionUID = 1L;

    public NestedAcquireException(String message) {
        super(message);
    }
}
