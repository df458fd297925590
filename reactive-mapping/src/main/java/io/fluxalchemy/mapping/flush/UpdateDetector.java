package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.state.EntityKey;
import io.fluxalchemy.mapping.state.FrozenValue;
import io.fluxalchemy.mapping.state.Snapshot;
import io.fluxalchemy.schema.Generation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares managed entities with what was last known of their rows. */
final class UpdateDetector {

    private final ColumnValues values;
    private final RowShapes shapes = new RowShapes();
    private final List<Integer> written = new ArrayList<>();
    private final List<Integer> computed = new ArrayList<>();

    UpdateDetector(ColumnValues values) {
        this.values = values;
    }

    /** What changed in an entity's own columns; null if nothing did. Only changed columns are written, and the version with them. */
    @Nullable
    RowChange change(EntityRow row) {
        Snapshot snapshot = row.snapshot();
        if (snapshot == null) {
            return null;
        }
        EntityModel<?> model = row.model();
        requireSameId(row);
        List<? extends EntityColumn<?>> columns = model.columns().all();
        written.clear();
        computed.clear();
        @Nullable Object[] all = null;
        for (int i = 0; i < columns.size(); i++) {
            EntityColumn<?> column = columns.get(i);
            if (!column.updatable()
                    || column.attribute() == model.id()
                    || column == model.columns().version()) {
                continue;
            }
            if (column.generation() instanceof Generation.Computed) {
                requireUntouched(row, column, snapshot.value(i));
                computed.add(i);
                continue;
            }
            Object value = values.of(row, column);
            if (!isSame(column, snapshot.value(i), value)) {
                all = all == null ? known(row) : all;
                all[i] = values.toWrite(row, column, value);
                written.add(i);
            }
        }
        if (all == null) {
            return null;
        }
        EntityColumn<?> version = model.columns().version();
        if (version != null) {
            int position = model.columns().versionPosition();
            all[position] = Versions.next(version, snapshot.value(position));
            written.add(position);
        }
        return new RowChange(row, all, shapes.of(model, written, computed));
    }

    private static void requireUntouched(EntityRow row, EntityColumn<?> column, @Nullable Object before) {
        if (!isSame(column, before, row.get(column))) {
            throw new FlushRefusedException(row + ": " + row.model() + "." + column.path()
                    + " was changed, and the database computes its column: change the attributes it is computed from");
        }
    }

    /** The values last known of a row, those of its key and version among them. */
    static @Nullable Object[] known(EntityRow row) {
        @Nullable Object[] all = new @Nullable Object[row.model().columns().size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = known(row, i);
        }
        return all;
    }

    /** The value last known of one column. */
    static @Nullable Object known(EntityRow row, int position) {
        Snapshot snapshot = row.snapshot();
        return snapshot == null
                ? null
                : FrozenValue.thaw(row.model().columns().all().get(position).type(), snapshot.value(position));
    }

    private static boolean isSame(EntityColumn<?> column, @Nullable Object before, @Nullable Object now) {
        if (before instanceof BigDecimal left && now instanceof BigDecimal right) {
            return left.compareTo(right) == 0;
        }
        return !(now instanceof PendingKey) && FrozenValue.isSame(column.type(), before, now);
    }

    @SuppressWarnings("unchecked") // the entity is an instance of its model's class
    private static void requireSameId(EntityRow row) {
        Object key = EntityKey.ofEntity((EntityModel<Object>) row.model(), row.entity());
        if (!Objects.equals(key, row.key())) {
            throw new FlushRefusedException(
                    row + ": its id was changed to " + key
                            + ", and the id of a managed entity cannot change: set it back, or delete this one and add another");
        }
    }
}
