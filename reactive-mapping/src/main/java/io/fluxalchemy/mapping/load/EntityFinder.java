package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.model.EntityModel;

/** Gives a to-one field its target: the session's object for the row, or the stand-in of one that is not loaded. */
interface EntityFinder {

    /**
     * The target of a foreign key.
     *
     * @param key as {@link io.fluxalchemy.mapping.state.EntityKey} makes it
     */
    <T> T target(EntityModel<T> model, Object key);

    /** The stand-in for the other side of a one-to-one whose key is on that side. */
    <T> T unknown(EntityModel<T> model);
}
