package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityReader;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.mapping.state.ResultGroup;
import io.fluxalchemy.mapping.state.Snapshot;
import io.fluxalchemy.sql.RowValues;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes entities of the rows of one query. A row whose entity is known gives the known object, as it is; only a refreshing query
 * overwrites it. Confined to one result.
 */
final class EntityRows implements EntityReader, EntityFinder {

    private final LoadScope scope;
    private final boolean isRefreshing;
    private final References references = new References();
    private final Map<EntityModel<?>, ResultGroup> groups = new HashMap<>();
    private @Nullable EntityModel<?> lastModel;
    private @Nullable EntityPlan<?> lastPlan;
    private @Nullable ResultGroup lastGroup;

    EntityRows(LoadScope scope, boolean isRefreshing) {
        this.scope = scope;
        this.isRefreshing = isRefreshing;
    }

    @Override
    public <E> @Nullable E read(EntityModel<E> model, RowValues row, int from) {
        EntityPlan<E> plan = plan(model);
        Object key = plan.key(row, from);
        if (key == null) {
            return null;
        }
        EntityEntry<E> entry = scope.find(model, key);
        if (entry == null) {
            @Nullable Object[] values = plan.values(row, from, key);
            E entity = plan.create(values, this);
            entry = scope.map().load(model, entity, key, scope.isTracking() ? Snapshot.of(plan.freeze(values)) : null);
        } else if (isRefreshing) {
            refresh(plan, entry, plan.values(row, from, key));
        }
        if (lastGroup != null && scope.outer() == null) {
            lastGroup.add(entry);
        }
        return entry.entity();
    }

    private <E> void refresh(EntityPlan<E> plan, EntityEntry<E> entry, @Nullable Object[] values) {
        plan.refill(entry.entity(), values, this);
        Snapshot known = entry.snapshot();
        if (known != null) {
            scope.map().know(entry, known.withValues(plan.freeze(values)));
        }
    }

    @Override
    public <T> T target(EntityModel<T> model, Object key) {
        EntityEntry<T> entry = scope.find(model, key);
        return entry == null ? references.of(model, key) : entry.entity();
    }

    @Override
    public <T> T unknown(EntityModel<T> model) {
        return References.unknown(model);
    }

    @SuppressWarnings("unchecked") // the last plan is that of the last model
    private <E> EntityPlan<E> plan(EntityModel<E> model) {
        if (lastModel != model || lastPlan == null) {
            lastPlan = scope.plans().plan(model);
            lastGroup = groups.computeIfAbsent(model, any -> new ResultGroup());
            lastModel = model;
        }
        return (EntityPlan<E>) lastPlan;
    }
}
