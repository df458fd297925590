package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.mapping.state.EntityKey;
import io.fluxalchemy.mapping.state.IdentityMap;
import org.jspecify.annotations.Nullable;

/**
 * Where loaded entities go: the identity map of a session, or that of one window of a stream, behind which the session's stands.
 *
 * @param outer looked up first and never added to; null for a session's own scope
 * @param isTracking whether snapshots are taken; a read-only session needs none
 */
public record LoadScope(
        EntityPlans plans, IdentityMap map, @Nullable IdentityMap outer, boolean isTracking) {

    public static LoadScope of(EntityPlans plans, IdentityMap map, boolean isTracking) {
        return new LoadScope(plans, map, null, isTracking);
    }

    /** A scope for a window: what is read there is forgotten with it, and changes to it are not tracked. */
    LoadScope window() {
        return new LoadScope(plans, new IdentityMap(), map, false);
    }

    <E> @Nullable EntityEntry<E> find(EntityModel<E> model, @Nullable Object key) {
        EntityEntry<E> found = outer == null ? null : outer.find(model, key);
        return found == null ? map.find(model, key) : found;
    }

    @Nullable
    EntityEntry<?> holder(EntityModel<?> model, Object key) {
        EntityEntry<?> found = outer == null ? null : outer.holder(model, key);
        return found == null ? map.holder(model, key) : found;
    }

    /** As {@link #entry(Object)}, by the key the object has if it stands for a row. */
    <E> @Nullable EntityEntry<E> entry(EntityModel<E> model, E entity) {
        if (entity instanceof EntityReference) {
            return null;
        }
        EntityEntry<E> found = find(model, EntityKey.ofEntity(model, entity));
        return found != null && found.entity() == entity ? found : entry(entity);
    }

    <E> @Nullable EntityEntry<E> entry(E entity) {
        EntityEntry<E> found = map.entry(entity);
        return found == null && outer != null ? outer.entry(entity) : found;
    }
}
