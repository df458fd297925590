package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.model.Accessor;
import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.mapping.model.EntityColumns;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.mapping.state.FrozenValue;
import io.fluxalchemy.mapping.state.IdentityMap;
import io.fluxalchemy.mapping.state.Snapshot;
import io.fluxalchemy.schema.Generation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a flush brought back: ids, versions, values the database made. Nothing of it is in the session before
 * {@link #applyTo}, so a flush that fails leaves entities and session as they were.
 */
public final class FlushResult {

    private final ChangeSet changes;
    private final FlushRun run;

    FlushResult(FlushPlan plan, FlushRun run) {
        this.changes = plan.changes();
        this.run = run;
    }

    /** Rows inserted, updated and deleted, without links. */
    public int rows() {
        return changes.inserts().size()
                + changes.updates().size()
                + changes.deletes().size();
    }

    /**
     * Brings the session in step with what was written: new entities are managed and have their ids, versions count on, deleted
     * ones are forgotten, snapshots hold what was written. What was changed in an entity while the flush ran stays, and is
     * written by the next one; a new entity dropped meanwhile is deleted by it.
     */
    public void applyTo(IdentityMap identityMap) {
        for (RowChange delete : changes.deletes()) {
            if (delete.row().entry() != null) {
                identityMap.deleted(delete.row().entry());
            }
        }
        changes.inserts().forEach(insert -> inserted(insert, identityMap));
        changes.updates().forEach(update -> updated(update, identityMap));
        changes.claims().forEach(claim -> claimed(claim, identityMap));
        for (KnownCollections collections : changes.known()) {
            EntityEntry<?> entry = identityMap.entry(collections.row().entity());
            if (entry != null && entry.snapshot() != null) {
                identityMap.updated(entry, collections.applyTo(entry.snapshot()));
            }
        }
    }

    private void inserted(RowChange insert, IdentityMap identityMap) {
        EntityRow row = insert.row();
        EntityModel<?> model = row.model();
        boolean isDropped = row.entry() != null && identityMap.entry(row.entity()) == null;
        EntityEntry<?> entry = row.entry() == null ? add(identityMap, model, row.entity()) : row.entry();
        Object[] key = run.key(row);
        @Nullable Object[] values = run.settle(insert.values());
        @Nullable Object[] returned = run.returned(row);
        for (int i = 0; i < returned.length; i++) {
            int position = insert.returned().get(i);
            values[position] = returned[i];
            EntityColumn<?> column = model.columns().all().get(position);
            writeBack(identityMap, row, column, returned[i], column.generation() instanceof Generation.Computed);
        }
        List<? extends EntityColumn<?>> id = model.columns().id();
        for (int i = 0; i < key.length; i++) {
            values[model.columns().idPosition(i)] = key[i];
            writeBack(identityMap, row, id.get(i), key[i], true);
        }
        EntityColumn<?> version = model.columns().version();
        if (version != null) {
            writeBack(identityMap, row, version, values[model.columns().versionPosition()], true);
        }
        cut(identityMap, insert, values);
        identityMap.inserted(entry, InsertDetector.key(key), Snapshot.of(frozen(model, values), insert.collections()));
        if (isDropped) {
            identityMap.delete(entry);
        }
    }

    private void updated(RowChange update, IdentityMap identityMap) {
        EntityRow row = update.row();
        EntityModel<?> model = row.model();
        EntityEntry<?> entry = row.entry();
        if (entry == null || entry.snapshot() == null) {
            return;
        }
        @Nullable Object[] values = run.settle(update.values());
        @Nullable Object[] computed = run.returned(row);
        for (int i = 0; i < computed.length; i++) {
            int position = update.returned().get(i);
            values[position] = computed[i];
            writeBack(identityMap, row, model.columns().all().get(position), computed[i], true);
        }
        EntityColumn<?> version = model.columns().version();
        if (version != null) {
            writeBack(identityMap, row, version, values[model.columns().versionPosition()], true);
        }
        cut(identityMap, update, values);
        identityMap.updated(entry, entry.snapshot().withValues(frozen(model, values)));
    }

    private static void claimed(KeyClaims.Claim claim, IdentityMap identityMap) {
        Object owner = claim.owner() == null ? null : claim.owner().entity();
        assign(identityMap, claim.row().entity(), claim.attribute().access(), owner);
    }

    private static void cut(IdentityMap identityMap, RowChange change, @Nullable Object[] values) {
        List<Integer> written = change.written();
        for (int i = 0; i < written.size(); i++) {
            int position = written.get(i);
            cut(identityMap, change.row(), position, values[position]);
        }
    }

    /** Where a column cut what the field held, the field holds what was written, unless it was changed meanwhile. */
    private static void cut(IdentityMap identityMap, EntityRow row, int position, @Nullable Object written) {
        EntityColumn<?> column = row.model().columns().all().get(position);
        Object now = written == null || column.attribute() instanceof ToOneAttribute<?, ?> ? null : row.get(column);
        if (now != null
                && !now.equals(written)
                && FrozenValue.kept(column.type(), now).equals(written)) {
            writeBack(identityMap, row, column, written, true);
        }
    }

    /** Writes what the database made into the field, unless the program has meanwhile put something there that it may. */
    @SuppressWarnings("unchecked") // the column belongs to the entity's model
    private static void writeBack(
            IdentityMap identityMap, EntityRow row, EntityColumn<?> column, @Nullable Object value, boolean isOurs) {
        Object now = row.get(column);
        if (Objects.equals(now, value) || !isOurs && now != null && !column.isUnset(now)) {
            return;
        }
        EntityColumns<Object> columns = (EntityColumns<Object>) row.model().columns();
        Object attribute = columns.with(row.entity(), (EntityColumn<Object>) column, value);
        assign(identityMap, row.entity(), column.attribute().access(), attribute);
    }

    @SuppressWarnings("unchecked") // the access belongs to the entity's model
    private static void assign(IdentityMap identityMap, Object entity, Accessor<?, ?> access, @Nullable Object value) {
        identityMap.assign(entity, (Accessor<Object, Object>) access, value);
    }

    @SuppressWarnings("unchecked") // the entity is an instance of its model's class
    private static EntityEntry<?> add(IdentityMap identityMap, EntityModel<?> model, Object entity) {
        return identityMap.add((EntityModel<Object>) model, entity);
    }

    /** Values as a snapshot keeps them; the array is taken over. */
    private static @Nullable Object[] frozen(EntityModel<?> model, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = FrozenValue.freeze(model.columns().all().get(i).type(), values[i]);
        }
        return values;
    }
}
