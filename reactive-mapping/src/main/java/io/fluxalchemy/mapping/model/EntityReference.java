package io.fluxalchemy.mapping.model;

import org.jspecify.annotations.Nullable;

/**
 * Marks the generated subclass that stands for an entity that was not loaded: it knows the id, and raises
 * {@link io.fluxalchemy.mapping.model.UnloadedException} from every other overridable method.
 */
public interface EntityReference {

    /**
     * The id of the entity this stands for; null on the inverse side of a one-to-one, where only the other table has the key.
     */
    @Nullable
    Object referencedId();
}
