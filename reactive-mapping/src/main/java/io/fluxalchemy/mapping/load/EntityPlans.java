package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.Hierarchy;
import io.fluxalchemy.sql.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The plans of all entities met so far; one per session factory. Thread-safe. */
public final class EntityPlans {

    private final Map<EntityModel<?>, EntityPlan<?>> plans = new ConcurrentHashMap<>();
    private final Map<EntityModel<?>, RowLayout<?>> layouts = new ConcurrentHashMap<>();
    private final Map<EntityModel<?>, Lookup<?>> byId = new ConcurrentHashMap<>();

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

    /** How rows of an entity and of those prepared ones that extend it are read; to be asked when all are prepared. */
    @SuppressWarnings("unchecked") // layouts are filed under their own model
    <E> RowLayout<E> layout(EntityModel<E> model) {
        RowLayout<?> known = layouts.get(model);
        if (known == null) {
            known = layouts.computeIfAbsent(model, any -> new RowLayout<>(plan(model), subclasses(model)));
        }
        return (RowLayout<E>) known;
    }

    /** The entity of a single-column id, from a table without an alias; made once. To be asked when all are prepared. */
    @SuppressWarnings("unchecked") // lookups are filed under their own model
    <E> Lookup<E> byId(EntityTable<E, ?> table) {
        Lookup<?> known = byId.get(table.model());
        if (known == null) {
            known = byId.computeIfAbsent(table.model(), any -> Lookup.of(id -> ById.select(this, table, List.of(id))));
        }
        return (Lookup<E>) known;
    }

    private List<EntityPlan<?>> subclasses(EntityModel<?> model) {
        Hierarchy hierarchy = model.hierarchy();
        List<EntityPlan<?>> subclasses = new ArrayList<>();
        if (hierarchy != null) {
            for (EntityModel<?> member : hierarchy.members()) {
                EntityPlan<?> plan = plans.get(member);
                if (plan != null && member != model && member.isKindOf(model)) {
                    subclasses.add(plan);
                }
            }
        }
        return subclasses;
    }
}
