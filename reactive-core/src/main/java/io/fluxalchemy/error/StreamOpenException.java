package io.fluxalchemy.error;

/** An operation on a connection while rows of a stream are being read from it, or are about to be. Read the rows into a list first, or use windows. */
public class StreamOpenException extends EngineException {

    private static final long serialVersionUID = 1L;

    public StreamOpenException(String message) {
        super(message);
    }
}
