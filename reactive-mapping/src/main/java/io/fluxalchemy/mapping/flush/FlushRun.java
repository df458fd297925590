package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.flush.FlushStep.PlannedRow;
import io.fluxalchemy.mapping.model.EntityColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a running flush has learned from the database so far: ids, and values it asked back. Confined to that flush. */
final class FlushRun {

    private final Map<EntityRow, Object[]> keys = new HashMap<>();
    private final Map<EntityRow, @Nullable Object[]> returned = new HashMap<>();
    private final Map<EntityRow, List<Integer>> asked = new HashMap<>();

    FlushRun(List<RowChange> inserts) {
        inserts.forEach(insert -> asked.put(insert.row(), insert.returned()));
    }

    /** The rows of a step with every pending id put in. */
    List<@Nullable Object[]> resolve(List<PlannedRow> rows) {
        return rows.stream().map(row -> resolve(row.values())).toList();
    }

    /** Values with every pending id put in. */
    @Nullable
    Object[] resolve(@Nullable Object[] values) {
        @Nullable Object[] resolved = values.clone();
        for (int i = 0; i < resolved.length; i++) {
            if (resolved[i] instanceof PendingKey pending) {
                resolved[i] = resolve(pending);
            }
        }
        return resolved;
    }

    /** The columns of a row's id, in order. */
    Object[] key(EntityRow row) {
        Object[] parts = new Object[row.model().columns().id().size()];
        for (int i = 0; i < parts.length; i++) {
            Object part = row.keyPart(i);
            parts[i] = part instanceof PendingKey pending ? resolve(pending) : part;
        }
        return parts;
    }

    /** An id was drawn for a row. */
    void drawn(EntityRow row, Object id) {
        keys.put(row, new Object[] {id});
    }

    /** A row was inserted; the values are in the order they were asked for. */
    void inserted(EntityRow row, @Nullable Object[] values) {
        List<Integer> positions = asked.getOrDefault(row, List.of());
        returned.put(row, values);
        List<? extends EntityColumn<?>> id = row.model().columns().id();
        for (int i = 0; i < positions.size(); i++) {
            int part = id.indexOf(row.model().columns().all().get(positions.get(i)));
            Object value = values[i];
            if (part >= 0 && value != null) {
                keys.computeIfAbsent(row, r -> new Object[id.size()])[part] = value;
            }
        }
    }

    /** What the database computed in a row that was updated. */
    void computed(EntityRow row, @Nullable Object[] values) {
        returned.put(row, values);
    }

    /** The values asked back for a row; none where nothing was. */
    @Nullable
    Object[] returned(EntityRow row) {
        return returned.getOrDefault(row, new Object[0]);
    }

    private Object resolve(PendingKey pending) {
        Object[] parts = keys.get(pending.row());
        if (parts == null) {
            throw new IllegalStateException(pending + " is needed before it is known");
        }
        return parts[pending.part()];
    }
}
