package io.fluxalchemy.mapping.state;

import io.fluxalchemy.mapping.model.EntityModel;
import org.jspecify.annotations.Nullable;

/** Knows the other open sessions, so that an entity managed by one is not taken into a second. */
@FunctionalInterface
public interface Ownership {

    /** Nobody else has entities. */
    Ownership NONE = (model, entity) -> null;

    /** The name of another open session that manages this object; null if none does. */
    @Nullable
    String otherOwnerOf(EntityModel<?> model, Object entity);
}
