package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.flush.FlushStep.PlannedRow;
import io.fluxalchemy.mapping.state.EntityKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a running flush has learned from the database so far: ids, and values it asked back. Confined to that flush. */
final class FlushRun {

    private static final Object[] NOTHING = {};

    /** By the rows' ordinals. */
    private @Nullable Object[] @Nullable [] keys = new Object[0][];

    private @Nullable Object[] @Nullable [] returned = new Object[0][];
    private final @Nullable RowShape[] asked;

    FlushRun(List<RowChange> inserts) {
        int rows = 0;
        for (RowChange insert : inserts) {
            rows = Math.max(rows, insert.row().ordinal() + 1);
        }
        this.asked = new RowShape[rows];
        for (RowChange insert : inserts) {
            asked[insert.row().ordinal()] = insert.shape();
        }
    }

    /** The rows of a step with every pending id put in; to be read only. */
    List<@Nullable Object[]> resolve(List<PlannedRow> rows) {
        List<@Nullable Object[]> resolved = new ArrayList<>(rows.size());
        for (PlannedRow row : rows) {
            resolved.add(isPending(row.values()) ? resolve(row.values()) : row.values());
        }
        return resolved;
    }

    /** A copy of values with every pending id put in. */
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

    private static boolean isPending(@Nullable Object[] values) {
        for (Object value : values) {
            if (value instanceof PendingKey) {
                return true;
            }
        }
        return false;
    }

    /** The columns of a row's id, in order. */
    Object[] key(EntityRow row) {
        Object[] parts = new Object[row.model().columns().id().size()];
        Object known = row.key();
        for (int i = 0; i < parts.length; i++) {
            parts[i] = known == null ? part(row, i) : EntityKey.columnValue(known, i);
        }
        return parts;
    }

    /** An id was drawn for a row. */
    void drawn(EntityRow row, Object id) {
        place(row)[0] = id;
    }

    /** A row was inserted; the values are in the order they were asked for. */
    void inserted(EntityRow row, @Nullable Object[] values) {
        computed(row, values);
        RowShape shape = row.ordinal() < asked.length ? asked[row.ordinal()] : null;
        for (int i = 0; shape != null && i < shape.returned().size(); i++) {
            int part = shape.idPart(i);
            Object value = values[i];
            if (part >= 0 && value != null) {
                place(row)[part] = value;
            }
        }
    }

    /** What the database computed in a row that was written. */
    void computed(EntityRow row, @Nullable Object[] values) {
        if (row.ordinal() >= returned.length) {
            returned = Arrays.copyOf(returned, grown(row));
        }
        returned[row.ordinal()] = values;
    }

    /** The values asked back for a row; none where nothing was. */
    @Nullable
    Object[] returned(EntityRow row) {
        @Nullable Object[] values = row.ordinal() < returned.length ? returned[row.ordinal()] : null;
        return values == null ? NOTHING : values;
    }

    private @Nullable Object[] place(EntityRow row) {
        if (row.ordinal() >= keys.length) {
            keys = Arrays.copyOf(keys, grown(row));
        }
        @Nullable Object[] parts = keys[row.ordinal()];
        if (parts == null) {
            parts = new Object[row.model().columns().id().size()];
            keys[row.ordinal()] = parts;
        }
        return parts;
    }

    private int grown(EntityRow row) {
        return Math.max(asked.length, row.ordinal() + row.ordinal() / 2 + 1);
    }

    private Object resolve(PendingKey pending) {
        return part(pending.row(), pending.part());
    }

    private Object part(EntityRow row, int part) {
        @Nullable Object[] parts = row.ordinal() < keys.length ? keys[row.ordinal()] : null;
        Object value = parts == null ? null : parts[part];
        if (value == null) {
            throw new IllegalStateException(new PendingKey(row, part) + " is needed before it is known");
        }
        return value;
    }
}
