package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.model.EntityModel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The plans of all entities met so far; one per session factory. Thread-safe. */
public final class EntityPlans {

    private final Map<EntityModel<?>, EntityPlan<?>> plans = new ConcurrentHashMap<>();

    /**
     * Prepares an entity ahead of its first use, so that what cannot work fails at start-up.
     *
     * @throws io.fluxalchemy.error.MappingException if its relations do not fit
     */
    public void prepare(EntityModel<?> model) {
        plan(model);
    }

    @SuppressWarnings("unchecked") // plans are filed under their own model
    <E> EntityPlan<E> plan(EntityModel<E> model) {
        EntityPlan<?> known = plans.get(model);
        if (known == null) {
            known = plans.computeIfAbsent(model, EntityPlan::new);
        }
        return (EntityPlan<E>) known;
    }
}
