package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.flush.EntityGraph.Kind;
import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.mapping.model.EntityColumns;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.mapping.state.EntityKey;
import io.fluxalchemy.mapping.state.Snapshot;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the columns of a to-one are to hold: parts of the id of the entity it leads to, known or pending. */
final class ForeignKeys {

    private final EntityGraph graph;
    private final KeyClaims claims;

    ForeignKeys(EntityGraph graph, KeyClaims claims) {
        this.graph = graph;
        this.claims = claims;
    }

    /** The value of one foreign-key column. */
    @Nullable
    Object value(EntityRow row, EntityColumn<?> column, ToOneAttribute<?, ?> one) {
        Object target = claims.target(row, one);
        if (target == null || column.join() == null) {
            return null;
        }
        EntityModel<?> model = one.target().get().model();
        EntityRow targetRow = graph.row(target);
        int part = idPart(model, column.join().referenced());
        if (targetRow != null) {
            return targetRow.keyPart(part);
        }
        Object key = keyOf(model, target);
        if (key == null) {
            throw new FlushRefusedException(row + "." + one.name() + " leads to a " + model
                    + " that is not in this session and has no id: add it with session.add(…)");
        }
        return EntityKey.columnValue(key, part);
    }

    /** The row a to-one leads to, if this session has an object for it. */
    @Nullable
    EntityRow target(EntityRow row, ToOneAttribute<?, ?> one) {
        Object target = claims.target(row, one);
        if (target == null) {
            return null;
        }
        EntityRow known = graph.row(target);
        EntityModel<?> model = one.target().get().model();
        return known != null ? known : graph.find(model, keyOf(model, target));
    }

    /** The row a to-one leads to, if this flush inserts it; such a row has no key to be found by. */
    @Nullable
    EntityRow inserted(EntityRow row, ToOneAttribute<?, ?> one) {
        Object target = claims.target(row, one);
        EntityRow known = target == null ? null : graph.row(target);
        return graph.is(known, Kind.INSERT) ? known : null;
    }

    /** Refuses a new or changed reference to a row that this flush deletes. */
    void requireNotDeleted(EntityRow row, ToOneAttribute<?, ?> one) {
        EntityRow target = graph.has(Kind.DELETE) ? target(row, one) : null;
        if (target != null && graph.is(target, Kind.DELETE)) {
            throw new FlushRefusedException(
                    row + "." + one.name() + " leads to " + target + ", which is being deleted: set it to another "
                            + target.model() + " or to null, or delete " + row + " too");
        }
    }

    /** The key that a to-one of a managed row last led to; null where it led nowhere. */
    static @Nullable Object before(EntityRow row, ToOneAttribute<?, ?> one, EntityModel<?> target) {
        Snapshot snapshot = row.snapshot();
        if (snapshot == null) {
            return null;
        }
        EntityColumns<?> columns = row.model().columns();
        @Nullable Object[] parts = new @Nullable Object[target.columns().id().size()];
        for (int i = 0; i < columns.size(); i++) {
            EntityColumn<?> column = columns.all().get(i);
            if (column.attribute() == one && column.join() != null) {
                Object part = snapshot.value(i);
                if (part == null) {
                    return null;
                }
                parts[idPart(target, column.join().referenced())] = part;
            }
        }
        return parts.length == 1 ? parts[0] : List.copyOf(Arrays.asList(parts));
    }

    @SuppressWarnings("unchecked") // the target is an instance of the relation's target
    static @Nullable Object keyOf(EntityModel<?> model, Object target) {
        if (target instanceof EntityReference reference) {
            return EntityKey.ofId(model, reference.referencedId());
        }
        return EntityKey.ofEntity((EntityModel<Object>) model, target);
    }

    private static int idPart(EntityModel<?> model, String column) {
        List<? extends EntityColumn<?>> id = model.columns().id();
        for (int i = 0; i < id.size(); i++) {
            if (id.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(column + " is no column of the id of " + model);
    }
}
