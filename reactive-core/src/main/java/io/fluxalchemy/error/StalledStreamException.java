package io.fluxalchemy.error;

/**
 * A connection was waited for while every connection was held by a stream whose rows wait for demand: the waiting could never end
 * by itself. Read the rows into a list first ({@code all}), or run the inner statements on the stream's own connection in windows.
 */
public class StalledStreamException extends EngineException {

    private static final long serialVersionUID = 1L;

    public StalledStreamException(String message) {
        super(message);
    }
}
