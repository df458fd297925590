package io.fluxalchemy.mapping.state;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.mapping.model.Accessor;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.state.EntityEntry.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object per row: every entity a session has read or was given, found by identity or by object. What a flush does to
 * entities and entries goes through here, because a rollback takes it back ({@link #mark()}, {@link #rollbackTo(int)}).
 *
 * <p>Confined to one session's signals; not thread-safe.
 */
public final class IdentityMap {

    /** What most sessions have of objects, and of classes. */
    private static final int FEW = 4;

    private final Map<EntityModel<?>, Map<Object, EntityEntry<?>>> byKey = new HashMap<>(FEW);
    /** Rows of one table mostly come one after the other. */
    private @Nullable OfTable last;
    /** Null until somebody asks by object, which for what is only read nobody does. */
    private @Nullable Map<Object, EntityEntry<?>> byEntity;

    private final EntryChain chain = new EntryChain();
    private final Journal journal = new Journal();
    private final Journal assignments;
    private final Ownership ownership;

    private record OfTable(EntityModel<?> root, Map<Object, EntityEntry<?>> entries) {}

    public IdentityMap() {
        this(Ownership.NONE);
    }

    public IdentityMap(Ownership ownership) {
        this(ownership, null);
    }

    private IdentityMap(Ownership ownership, @Nullable Journal assignments) {
        this.ownership = ownership;
        this.assignments = assignments == null ? journal : assignments;
    }

    /**
     * A map for objects that do not stay: what it assigns to their fields is taken back with this one's changes, and nothing else of
     * them is kept.
     */
    public IdentityMap passing() {
        return new IdentityMap(Ownership.NONE, journal);
    }

    /** The entry of a row, by {@link EntityKey}; null if it is not in this session, or is there as another class of its table. */
    @SuppressWarnings("unchecked") // the entity is an instance of the model's class
    public <E> @Nullable EntityEntry<E> find(EntityModel<E> model, @Nullable Object key) {
        EntityEntry<?> entry = holder(model, key);
        return entry == null || !entry.model().isKindOf(model) ? null : (EntityEntry<E>) entry;
    }

    /** The entry of a row, whatever class of its table the entity is of. */
    public @Nullable EntityEntry<?> holder(EntityModel<?> model, @Nullable Object key) {
        Map<Object, EntityEntry<?>> ofTable = ofTable(model.root());
        return key == null || ofTable == null ? null : ofTable.get(key);
    }

    /** Whether an object is here, asked from the outside, by any thread: a best effort that changes nothing. */
    public boolean mayHave(EntityModel<?> model, Object entity) {
        Map<Object, EntityEntry<?>> index = byEntity;
        if (index != null) {
            return index.containsKey(entity);
        }
        Map<Object, EntityEntry<?>> ofTable = byKey.get(model.root());
        Object key = ofTable == null ? null : keyOf(model, entity);
        EntityEntry<?> entry = ofTable == null || key == null ? null : ofTable.get(key);
        return entry != null && entry.entity() == entity;
    }

    @SuppressWarnings("unchecked") // the entity is an instance of the model's class
    private static <E> @Nullable Object keyOf(EntityModel<E> model, Object entity) {
        return EntityKey.ofEntity(model, (E) entity);
    }

    /** The entry of an object; null if it is not in this session. */
    @SuppressWarnings("unchecked") // an object is filed with an entry of its own class
    public <E> @Nullable EntityEntry<E> entry(@Nullable E entity) {
        return entity == null ? null : (EntityEntry<E>) byEntity().get(entity);
    }

    /** All entries in the order they came in; a copy, so the map may change meanwhile. */
    public List<EntityEntry<?>> entries() {
        return chain.toList();
    }

    public int size() {
        return chain.size();
    }

    private Map<Object, EntityEntry<?>> byEntity() {
        Map<Object, EntityEntry<?>> index = byEntity;
        if (index == null) {
            index = new IdentityHashMap<>(chain.size());
            for (EntityEntry<?> entry : chain.toList()) {
                index.put(entry.entity(), entry);
            }
            byEntity = index;
        }
        return index;
    }

    /** Files an entity read from the database. A rollback does not take this back. */
    public <E> EntityEntry<E> load(EntityModel<E> model, E entity, Object key, @Nullable Snapshot snapshot) {
        EntityEntry<E> entry = new EntityEntry<>(model, entity, Status.MANAGED);
        entry.snapshot = snapshot;
        file(entry, key);
        return entry;
    }

    /** Replaces what is known of a row that was read again or whose relation was loaded. A rollback does not take this back. */
    public void know(EntityEntry<?> entry, Snapshot snapshot) {
        entry.snapshot = snapshot;
    }

    /**
     * Takes in an object that the next flush inserts. Without effect if it is here already; one that was marked for deletion is
     * managed again.
     *
     * @throws MappingException if another object stands for the same row, or another open session manages this one
     */
    public <E> EntityEntry<E> add(EntityModel<E> model, E entity) {
        EntityEntry<E> known = entry(entity);
        if (known != null) {
            if (known.status == Status.DELETED) {
                status(known, Status.MANAGED);
            }
            return known;
        }
        requireFree(model, entity);
        Object key = EntityKey.ofEntity(model, entity);
        EntityEntry<?> same = holder(model, key);
        if (same != null && same.status != Status.DELETED) {
            throw new MappingException("another " + same.model() + " object with id " + key
                    + " is in this session already: change that one, or merge this one with session.merge(…)");
        }
        EntityEntry<E> entry = new EntityEntry<>(model, entity, Status.NEW);
        byEntity().put(entity, entry);
        chain.append(entry);
        journal.record(() -> unfile(entry));
        return entry;
    }

    /** Marks a managed entity for deletion at the next flush; a new one is forgotten at once. */
    public void delete(EntityEntry<?> entry) {
        if (entry.status == Status.NEW) {
            unfile(entry);
            journal.record(() -> file(entry, null));
        } else {
            status(entry, Status.DELETED);
        }
    }

    /** Forgets an entity, whatever its status. A rollback does not bring it back. */
    public void expunge(EntityEntry<?> entry) {
        unfile(entry);
    }

    /** Writes a value the database made (a key, a version, a default) into an entity; a rollback puts the old one back. */
    public <E, V> void assign(E entity, Accessor<E, V> access, @Nullable V value) {
        V before = access.get(entity);
        access.set(entity, value);
        assignments.record(() -> access.set(entity, before));
    }

    /** A new entity was inserted: it is managed from now on. */
    public void inserted(EntityEntry<?> entry, Object key, Snapshot snapshot) {
        Snapshot before = entry.snapshot;
        entry.status = Status.MANAGED;
        entry.snapshot = snapshot;
        file(entry, key);
        journal.record(() -> {
            forgetKey(entry);
            entry.status = Status.NEW;
            entry.snapshot = before;
        });
    }

    /** A managed entity's row was written, or its collections were. */
    public void updated(EntityEntry<?> entry, Snapshot snapshot) {
        Snapshot before = entry.snapshot;
        entry.snapshot = snapshot;
        journal.record(() -> entry.snapshot = before);
    }

    /** An entity's row was deleted: the object is no longer of this session. */
    public void deleted(EntityEntry<?> entry) {
        Object key = entry.key;
        unfile(entry);
        journal.record(() -> file(entry, key));
    }

    /** A point to come back to. */
    public int mark() {
        return journal.mark();
    }

    /** Takes back what flushes, {@code add} and {@code delete} did since a mark. What users wrote into fields stays. */
    public void rollbackTo(int mark) {
        journal.rollbackTo(mark);
    }

    /** Runs changes that a rollback, which a cancel may ask for from any thread, must find done as a whole or not begun. */
    public void atomically(Runnable changes) {
        synchronized (journal) {
            changes.run();
        }
    }

    /** The transaction is rolled back as a whole: takes back everything, now and whatever still comes. */
    public void abandon() {
        journal.abandon();
    }

    /** The entries that stand for a row and are not to be deleted, in the order they came in. */
    public List<EntityEntry<?>> managed() {
        List<EntityEntry<?>> managed = new ArrayList<>();
        for (EntityEntry<?> entry : entries()) {
            if (entry.status == Status.MANAGED) {
                managed.add(entry);
            }
        }
        return managed;
    }

    private void status(EntityEntry<?> entry, Status status) {
        Status before = entry.status;
        entry.status = status;
        journal.record(() -> entry.status = before);
    }

    /**
     * Refuses an object that another open session manages.
     *
     * @throws MappingException naming that session
     */
    public void requireFree(EntityModel<?> model, Object entity) {
        String other = ownership.otherOwnerOf(model, entity);
        if (other != null) {
            throw new MappingException("this " + model + " belongs to another open session (" + other
                    + "): use it there, or take a copy into this one with session.merge(…)");
        }
    }

    private void file(EntityEntry<?> entry, @Nullable Object key) {
        entry.key = key;
        if (key != null) {
            EntityModel<?> root = entry.model().root();
            Map<Object, EntityEntry<?>> known = ofTable(root);
            if (known == null) {
                known = new HashMap<>();
                byKey.put(root, known);
            }
            known.put(key, entry);
        }
        if (byEntity != null) {
            byEntity.put(entry.entity(), entry);
        }
        chain.append(entry);
    }

    private @Nullable Map<Object, EntityEntry<?>> ofTable(EntityModel<?> root) {
        OfTable before = last;
        if (before != null && before.root() == root) {
            return before.entries();
        }
        Map<Object, EntityEntry<?>> known = byKey.isEmpty() ? null : byKey.get(root);
        if (known != null) {
            last = new OfTable(root, known);
        }
        return known;
    }

    private void unfile(EntityEntry<?> entry) {
        Object key = entry.key;
        forgetKey(entry);
        entry.key = key;
        if (byEntity != null) {
            byEntity.remove(entry.entity(), entry);
        }
        chain.remove(entry);
    }

    private void forgetKey(EntityEntry<?> entry) {
        Map<Object, EntityEntry<?>> ofModel = ofTable(entry.model().root());
        if (entry.key != null && ofModel != null) {
            ofModel.remove(entry.key, entry);
        }
        entry.key = null;
    }
}
