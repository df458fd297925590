package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.Mapping;
import io.fluxalchemy.mapping.model.RelationLink;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.mapping.state.EntityEntry.Status;
import io.fluxalchemy.mapping.state.EntityKey;
import io.fluxalchemy.mapping.state.IdentityMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every entity object one flush has to do with: to be inserted, managed, or to be deleted. */
final class EntityGraph {

    private final Mapping mapping;
    private final IdentityMap identityMap;
    private final Map<Object, EntityRow> rows;
    private final List<EntityRow> inOrder;
    private final int[] counts = new int[Kind.values().length];
    private @Nullable EntityModel<?> lastModel;
    private RelationLink[] relationsOfLast = {};
    private final Map<EntityModel<?>, int[]> numbers = new HashMap<>();
    private final Map<EntityModel<?>, Map<Object, EntityRow>> newKeys = new HashMap<>();

    /** What the flush does with an entity. */
    enum Kind {
        INSERT,
        MANAGED,
        /** Managed without a snapshot to compare with, as in read-only sessions: never written. */
        READ_ONLY,
        DELETE
    }

    EntityGraph(Mapping mapping, IdentityMap identityMap) {
        this.mapping = mapping;
        this.identityMap = identityMap;
        this.rows = new IdentityHashMap<>(identityMap.size());
        this.inOrder = new ArrayList<>(identityMap.size());
        for (EntityEntry<?> entry : identityMap.entries()) {
            if (entry.status() == Status.NEW) {
                insert(entry.model(), entry.entity(), entry);
            } else {
                EntityRow row = new EntityRow(entry.model(), entry.entity(), entry, entry.key(), inOrder.size(), 0);
                Kind managed = entry.snapshot() == null ? Kind.READ_ONLY : Kind.MANAGED;
                put(row, entry.status() == Status.MANAGED ? managed : Kind.DELETE);
            }
        }
    }

    Mapping mapping() {
        return mapping;
    }

    /** The relations of a row's class; rows of one class mostly stand together. To be read only. */
    RelationLink[] relations(EntityRow row) {
        EntityModel<?> model = row.model();
        if (model != lastModel) {
            relationsOfLast = mapping.relations(model).toArray(new RelationLink[0]);
            lastModel = model;
        }
        return relationsOfLast;
    }

    /** The row of an entity object; null for an object that neither the session nor a cascade knows. */
    @Nullable
    EntityRow row(Object entity) {
        return rows.get(entity);
    }

    Kind kind(EntityRow row) {
        Kind kind = row.kind();
        return kind == null ? Kind.READ_ONLY : kind;
    }

    boolean is(@Nullable EntityRow row, Kind kind) {
        return row != null && row.kind() == kind;
    }

    boolean has(Kind kind) {
        return counts[kind.ordinal()] > 0;
    }

    /** The rows of one kind, in the order they came in. */
    List<EntityRow> all(Kind kind) {
        int count = counts[kind.ordinal()];
        if (count == 0) {
            return List.of();
        }
        List<EntityRow> found = new ArrayList<>(count);
        for (EntityRow row : inOrder) {
            if (row.kind() == kind) {
                found.add(row);
            }
        }
        return found;
    }

    /** The row that stands for a key; null if this session has no object for it. */
    @Nullable
    EntityRow find(EntityModel<?> model, @Nullable Object key) {
        EntityEntry<?> entry = identityMap.find(model, key);
        return entry == null ? null : rows.get(entry.entity());
    }

    /** Takes in an entity that a cascade reached. */
    EntityRow insert(Object entity) {
        EntityModel<?> model = mapping.modelOf(entity);
        identityMap.requireFree(model, entity);
        return insert(model, entity, null);
    }

    /** Marks a row for deletion; one that was never written is only forgotten. */
    void delete(EntityRow row) {
        if (row.kind() == Kind.INSERT) {
            settle(row, null);
            rows.remove(row.entity());
        } else {
            settle(row, Kind.DELETE);
        }
    }

    /** Refuses a second object for one row, once it is settled what is deleted. */
    void requireOneObjectPerRow() {
        for (EntityRow row : all(Kind.INSERT)) {
            if (row.key() == null) {
                continue;
            }
            EntityRow same = newKeys.computeIfAbsent(row.model().root(), m -> new HashMap<>())
                    .putIfAbsent(row.key(), row);
            EntityEntry<?> holder = identityMap.holder(row.model(), row.key());
            EntityRow managed = holder == null ? null : rows.get(holder.entity());
            if (same != null || is(managed, Kind.MANAGED) || is(managed, Kind.READ_ONLY)) {
                throw new FlushRefusedException("two " + row.model().root() + " objects with id " + row.key()
                        + " are to be kept in one row: use one of them, or give the new one another id");
            }
        }
    }

    @SuppressWarnings("unchecked") // the entity is an instance of its model's class
    private EntityRow insert(EntityModel<?> model, Object entity, @Nullable EntityEntry<?> entry) {
        int number = ++numbers.computeIfAbsent(model, m -> new int[1])[0];
        Object key = EntityKey.ofEntity((EntityModel<Object>) model, entity);
        EntityRow row = new EntityRow(model, entity, entry, key, inOrder.size(), number);
        put(row, Kind.INSERT);
        return row;
    }

    private void put(EntityRow row, Kind kind) {
        rows.put(row.entity(), row);
        inOrder.add(row);
        settle(row, kind);
    }

    private void settle(EntityRow row, @Nullable Kind kind) {
        Kind before = row.kind();
        if (before != null) {
            counts[before.ordinal()]--;
        }
        if (kind != null) {
            counts[kind.ordinal()]++;
        }
        row.kind(kind);
    }
}
