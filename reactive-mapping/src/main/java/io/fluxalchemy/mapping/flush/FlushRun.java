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
    private @Nullable Object[] resolve(@Nullable Object[] values) {
        return settle(values.clone());
    }

    /** Puts every pending id into values that nobody else needs any more. */
    @Nullable
    Object[] settle(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof PendingKey pending) {
                values[i] = resolve(pending);
            }
        }
        return values;
    }

    private static boolean isPending(@Nullable Object[] values) {
        for (Object value : values) {
            if (value instanceof PendingKey) {
                return true;
            }
        }
        return false;
    }

    /** The columns of a row's id, in order; to be read only. */
    Object[] key(EntityRow row) {
        Object known = row.key();
        Object[] parts = known == null ? given(row) : null;
        if (parts != null) {
            return parts;
        }
        parts = new Object[row.model().columns().id().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = known == null ? part(row, i) : EntityKey.columnValue(known, i);
        }
        return parts;
    }

    /** An id of one column, as it was given; null where there is none or another. */
    private Object @Nullable [] given(EntityRow row) {
        @Nullable Object[] parts = row.ordinal() < keys.length ? keys[row.ordinal()] : null;
        Object only = parts != null && parts.length == 1 ? parts[0] : null;
        return only == null ? null : parts;
    }

    /** An id was drawn for a row. */
    void drawn(EntityRow row, Object id) {
        place(row)[0] = id;
    }

    /** A row was inserted; the values are in the order they were asked for. */
    void inserted(EntityRow row, @Nullable Object[] values) {
        computed(row, values);
        RowShape shape = row.ordinal() < asked.length ? asked[row.ordinal()] : null;
        if (values.length == 1 && shape != null && shape.isOnlyId()) {
            keep(row, values);
            return;
        }
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
        @Nullable Object[] parts = row.ordinal() < keys.length ? keys[row.ordinal()] : null;
        return parts == null ? keep(row, new Object[row.model().columns().id().size()]) : parts;
    }

    private @Nullable Object[] keep(EntityRow row, @Nullable Object[] parts) {
        if (row.ordinal() >= keys.length) {
            keys = Arrays.copyOf(keys, grown(row));
        }
        keys[row.ordinal()] = parts;
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
