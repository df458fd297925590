package io.fluxalchemy.mapping.load;

import org.jspecify.annotations.Nullable;

/** Fills one field of an entity from the values of its row, which are in the order of the model's columns. */
@FunctionalInterface
interface Filling<E> {

    void fill(E entity, @Nullable Object[] values, EntityFinder finder);
}
