package io.fluxalchemy.mapping.state;

import org.jspecify.annotations.Nullable;

/** Knows the other open sessions, so that an entity managed by one is not taken into a second. */
@FunctionalInterface
public interface Ownership {

    /** Nobody else has entities. */
    Ownership NONE = entity -> null;

    /** The name of another open session that manages this object; null if none does. */
    @Nullable
    String otherOwnerOf(Object entity);
}
