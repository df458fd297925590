package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.schema.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the rows of new entities. */
final class InsertDetector {

    private final ColumnValues values;
    private final KnownCollections.OfInserts collections;
    private final RowShapes shapes = new RowShapes();
    private final List<Integer> written = new ArrayList<>();
    private final List<Integer> returned = new ArrayList<>();

    InsertDetector(ColumnValues values, EntityGraph graph) {
        this.values = values;
        this.collections = new KnownCollections.OfInserts(graph);
    }

    /** Settles the ids that need no database; to be called for every new row before the first is made. */
    static void prepareKey(EntityRow row) {
        if (row.key() != null) {
            return;
        }
        List<? extends EntityColumn<?>> id = row.model().columns().id();
        Generation generation = id.size() == 1 ? id.get(0).generation() : null;
        if (generation instanceof Generation.RandomUuid) {
            row.key(UUID.randomUUID());
        } else if (generation == null) {
            throw new FlushRefusedException(
                    row + ": the id " + row.model() + "." + row.model().id().name()
                            + " is not set: set it before the flush, or have it made with @GeneratedValue");
        }
    }

    RowChange change(EntityRow row) {
        EntityModel<?> model = row.model();
        List<? extends EntityColumn<?>> columns = model.columns().all();
        @Nullable Object[] all = new @Nullable Object[columns.size()];
        written.clear();
        returned.clear();
        int idPart = 0;
        for (int i = 0; i < all.length; i++) {
            EntityColumn<?> column = columns.get(i);
            boolean isId = column.attribute() == model.id();
            if (isId) {
                if (row.key() == null && !(column.generation() instanceof Generation.Sequence)) {
                    returned.add(i);
                } else {
                    all[i] = checkedKey(row, column, row.keyPart(idPart));
                    written.add(i);
                }
                idPart++;
                continue;
            }
            Object value = column == model.columns().version() ? version(row, column) : values.of(row, column);
            if (value == null && column.isFilledByDatabase() || column.generation() instanceof Generation.Computed) {
                returned.add(i);
            } else if (column.insertable()) {
                all[i] = values.toWrite(row, column, value);
                written.add(i);
            } else {
                all[i] = value;
            }
        }
        return new RowChange(row, all, shapes.of(model, written, returned), collections.of(row));
    }

    private @Nullable Object checkedKey(EntityRow row, EntityColumn<?> column, Object part) {
        return part instanceof PendingKey ? part : values.toWrite(row, column, part);
    }

    private static Object version(EntityRow row, EntityColumn<?> column) {
        Object given = row.get(column);
        return given == null ? Versions.first(column) : given;
    }

    /** The key made of the columns of an id. */
    static Object key(Object[] parts) {
        return parts.length == 1 ? parts[0] : List.of(parts);
    }
}
