package io.fluxalchemy.mapping.load;

import io.fluxalchemy.error.MappingException;
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
    private final FurtherColumns further;
    private final References references = new References();
    /** Of the classes met before the last one. */
    private @Nullable Map<EntityModel<?>, ResultGroup> groups;

    private @Nullable EntityModel<?> lastModel;
    private @Nullable RowLayout<?> lastLayout;
    private @Nullable ResultGroup lastGroup;

    /** What the values of one row after the other pass through where no snapshot keeps them. */
    private @Nullable Object @Nullable [] passing;

    EntityRows(LoadScope scope, boolean isRefreshing) {
        this(scope, isRefreshing, FurtherColumns.BEHIND);
    }

    EntityRows(LoadScope scope, boolean isRefreshing, FurtherColumns further) {
        this.scope = scope;
        this.isRefreshing = isRefreshing;
        this.further = further;
    }

    @Override
    public <E> @Nullable E read(EntityModel<E> model, RowValues row, int from) {
        RowLayout<E> layout = layout(model);
        Object key = layout.key(row, from);
        if (key == null) {
            return null;
        }
        EntityEntry<? extends E> entry = scope.find(model, key);
        if (entry == null) {
            requireNoOther(model, key);
            @Nullable Object[] values = values(layout, model, row, from, key, passing);
            passing = scope.isTracking() ? null : values;
            entry = make(layout.plan(row, from, key), values, key);
        } else if (isRefreshing) {
            refresh(layout.plan(row, from, key), entry, values(layout, model, row, from, key, null));
        }
        if (lastGroup != null && scope.outer() == null) {
            lastGroup.add(entry);
        }
        return entry.entity();
    }

    private @Nullable Object[] values(
            RowLayout<?> layout,
            EntityModel<?> model,
            RowValues row,
            int from,
            Object key,
            @Nullable Object @Nullable [] into) {
        return layout.values(row, from, further.of(model, from), key, into);
    }

    private <S> EntityEntry<S> make(EntityPlan<S> plan, @Nullable Object[] values, Object key) {
        S entity = plan.create(values, this);
        return scope.map()
                .load(plan.model(), entity, key, scope.isTracking() ? Snapshot.of(plan.freeze(values)) : null);
    }

    private void requireNoOther(EntityModel<?> model, Object key) {
        EntityEntry<?> other = model.hierarchy() == null ? null : scope.holder(model, key);
        if (other != null) {
            throw changed(other, model);
        }
    }

    @SuppressWarnings("unchecked") // the plan is that of the entry's own class
    private <E> void refresh(EntityPlan<?> plan, EntityEntry<E> entry, @Nullable Object[] values) {
        if (plan.model() != entry.model()) {
            throw changed(entry, plan.model());
        }
        ((EntityPlan<E>) plan).refill(entry.entity(), values, this);
        Snapshot known = entry.snapshot();
        if (known != null) {
            scope.map().know(entry, known.withValues(plan.freeze(values)));
        }
    }

    private static MappingException changed(EntityEntry<?> known, EntityModel<?> now) {
        return new MappingException("row " + known.key() + " of table " + now.tableName() + " is a " + known.model()
                + " in this session and a " + now + " in the database: the class of a row cannot change while a session"
                + " has it; end the session, or expunge the object");
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

    @SuppressWarnings("unchecked") // the last layout is that of the last model
    private <E> RowLayout<E> layout(EntityModel<E> model) {
        if (lastModel != model || lastLayout == null) {
            lastLayout = scope.plans().layout(model);
            lastGroup = group(model);
            lastModel = model;
        }
        return (RowLayout<E>) lastLayout;
    }

    private ResultGroup group(EntityModel<?> model) {
        if (lastModel == null || lastGroup == null) {
            return new ResultGroup();
        }
        Map<EntityModel<?>, ResultGroup> known = groups;
        if (known == null) {
            known = new HashMap<>();
            groups = known;
        }
        known.put(lastModel, lastGroup);
        return known.computeIfAbsent(model, any -> new ResultGroup());
    }
}
