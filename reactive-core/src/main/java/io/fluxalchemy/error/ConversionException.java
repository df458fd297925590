package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A value that does not fit its column, or a column that does not fit the type it is read as. Nothing is narrowed in silence. */
public class ConversionException extends FluxAlchemyException {

    private static final long serialVersionUID = 1L;

    public ConversionException(String message) {
        super(message);
    }

    public ConversionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
