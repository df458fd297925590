package io.fluxalchemy.mapping.state;

import io.fluxalchemy.error.FluxAlchemyException;

/** A collection loaded with criteria was written; the message names entity, attribute and how to load all of it. */
public class PartialCollectionException extends FluxAlchemyException {

    private static final long serialVersionUID = 1L;

    public PartialCollectionException(String message) {
        super(message);
    }
}
