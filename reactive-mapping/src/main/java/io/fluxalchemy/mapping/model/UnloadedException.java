package io.fluxalchemy.mapping.model;

import io.fluxalchemy.error.FluxAlchemyException;

/** A relation that was not loaded was touched; the message names entity, attribute and the two ways to load it. */
public class UnloadedException extends FluxAlchemyException {

    private static final long serialVersionUID = 1L;

    public UnloadedException(String message) {
        super(message);
    }
}
