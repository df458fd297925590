package io.fluxalchemy.mapping.model;

import io.fluxalchemy.error.FluxAlchemyException;
import org.jspecify.annotations.Nullable;

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
     * @param id null where only the other table has the key, as on the inverse side of a one-to-one
     * @param call the method, such as {@code getName()}
     */
    public static UnloadedException ofReference(String entity, @Nullable Object id, String call) {
        String known = id == null
                ? entity + " is not loaded, and whether there is one is not known: "
                : entity + " " + id + " is not loaded, only its id is known: ";
        return new UnloadedException(known + call + " has no answer. Load it with the query that finds its owner,"
                + " .options(selectin(…)) with the relation that leads to " + entity
                + ", or alone with session.load(owner, relation).");
    }
}
