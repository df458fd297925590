package io.fluxalchemy.error;

/** A query for at most one row found more; {@code first} allows that. */
public class TooManyRowsException extends FluxAlchemyException {

    private static final long serialVersionUID = 1L;

    public TooManyRowsException(String message) {
        super(message);
    }
}
