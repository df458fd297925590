package io.fluxalchemy.mapping.state;

import io.fluxalchemy.mapping.model.EntityModel;
import org.jspecify.annotations.Nullable;

/** What a session knows of one entity object. Changed by its {@link IdentityMap} only; confined to the session. */
public final class EntityEntry<E> {

    /** Where an entity stands between the session and the database. */
    public enum Status {
        /** Added; the next flush inserts it. */
        NEW,
        /** Stands for a row. */
        MANAGED,
        /** Stands for a row that the next flush deletes. */
        DELETED
    }

    private final EntityModel<E> model;
    private final E entity;
    Status status;

    @Nullable
    Object key;

    @Nullable
    Snapshot snapshot;

    @Nullable
    ResultGroup group;

    int position;

    @Nullable
    EntityEntry<?> previous;

    @Nullable
    EntityEntry<?> next;

    EntityEntry(EntityModel<E> model, E entity, Status status) {
        this.model = model;
        this.entity = entity;
        this.status = status;
    }

    public EntityModel<E> model() {
        return model;
    }

    public E entity() {
        return entity;
    }

    public Status status() {
        return status;
    }

    /** The identity as {@link EntityKey} makes it; null until the insert gave one. */
    public @Nullable Object key() {
        return key;
    }

    /** What was last known of the row; null for a new entity and in read-only sessions. */
    public @Nullable Snapshot snapshot() {
        return snapshot;
    }

    /** The entities read by the same query, which one later load serves together; null where the entity came alone. */
    public @Nullable ResultGroup group() {
        return group;
    }

    /** The place of the entity in its {@link #group()}. */
    public int position() {
        return position;
    }

    @Override
    public String toString() {
        return model + "#" + (key == null ? "new" : key) + " " + status;
    }
}
