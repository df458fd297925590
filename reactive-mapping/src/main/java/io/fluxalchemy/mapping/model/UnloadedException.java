package io.fluxalchemy.mapping.model;

import io.fluxalchemy.error.FluxAlchemyException;

/** A relation that was not loaded was touched; the message names entity, attribute and the two ways to load it. */
public class UnloadedException extends FluxAlchemyException {

    private static final long serialVersionUID = 1L;

    public UnloadedException(String message) {
        super(message);
    }

    /**
     * A method of an unloaded to-one was called.
     *
     * @param entity the simple name of its class
     * @param call the method, such as {@code getName()}
     */
    public static UnloadedException ofReference(String entity, Object id, String call) {
        return new UnloadedException(entity + " " + id + " is not loaded, only its id is known: " + call
                + " has no answer. Load it with the query that finds its owner, .options(selectin(…)) with the relation that leads"
                + " to " + entity + ", or alone with session.load(owner, relation).");
    }
}
