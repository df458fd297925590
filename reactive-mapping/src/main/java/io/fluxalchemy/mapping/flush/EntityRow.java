package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.flush.EntityGraph.Kind;
import io.fluxalchemy.mapping.model.Attribute;
import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.mapping.state.EntityKey;
import io.fluxalchemy.mapping.state.Snapshot;
import org.jspecify.annotations.Nullable;

/** The row one entity object stands for within one flush. Two rows are the same when they are the same object. */
final class EntityRow {

    private final EntityModel<?> model;
    private final Object entity;
    private final @Nullable EntityEntry<?> entry;
    private final int ordinal;
    private final int number;
    private @Nullable Object key;
    private @Nullable Kind kind;

    /**
     * @param entry null for an entity the session did not know before this flush
     * @param key the id as {@link EntityKey} makes it; null where the database gives it
     * @param ordinal its place among all rows of the flush
     * @param number tells new rows of one model apart in messages; 0 for a row that is not new
     */
    EntityRow(
            EntityModel<?> model,
            Object entity,
            @Nullable EntityEntry<?> entry,
            @Nullable Object key,
            int ordinal,
            int number) {
        this.model = model;
        this.entity = entity;
        this.entry = entry;
        this.key = key;
        this.ordinal = ordinal;
        this.number = number;
    }

    EntityModel<?> model() {
        return model;
    }

    Object entity() {
        return entity;
    }

    @Nullable
    EntityEntry<?> entry() {
        return entry;
    }

    int ordinal() {
        return ordinal;
    }

    /** What the flush does with it; null once it is forgotten. Settled by its {@link EntityGraph}. */
    @Nullable
    Kind kind() {
        return kind;
    }

    void kind(@Nullable Kind settled) {
        this.kind = settled;
    }

    @Nullable
    Snapshot snapshot() {
        return entry == null ? null : entry.snapshot();
    }

    /** The id's key if it is known before anything is written. */
    @Nullable
    Object key() {
        return key;
    }

    void key(Object known) {
        this.key = known;
    }

    /** One column of the id: its value, or a {@link PendingKey} until the row is inserted. */
    Object keyPart(int part) {
        return key == null ? new PendingKey(this, part) : EntityKey.columnValue(key, part);
    }

    /** What the entity's field holds now. */
    @SuppressWarnings("unchecked") // the entity is an instance of its model's class
    @Nullable
    Object get(Attribute<?> attribute) {
        return ((Attribute<Object>) attribute).access().get(entity);
    }

    /** What the entity holds for a column now. */
    @SuppressWarnings("unchecked") // as above
    @Nullable
    Object get(EntityColumn<?> column) {
        return ((EntityColumn<Object>) column).read(entity);
    }

    @Override
    public String toString() {
        return number > 0 ? model + "+" + number : model + "#" + key;
    }
}
