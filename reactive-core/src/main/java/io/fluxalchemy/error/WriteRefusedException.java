package io.fluxalchemy.error;

/** A write in a scope declared read-only, refused before it was sent. */
public class WriteRefusedException extends EngineException {

    private static final long serialVersionUID = 1L;

    public WriteRefusedException(String message) {
        super(message);
    }
}
