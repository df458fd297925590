package io.fluxalchemy.error;

/** A query for exactly one row found none; {@code oneOrEmpty} allows that. */
public class NoRowException extends FluxAlchemyException {

    private static final long serialVersionUID = 1L;

    public NoRowException(String message) {
        super(message);
    }
}
