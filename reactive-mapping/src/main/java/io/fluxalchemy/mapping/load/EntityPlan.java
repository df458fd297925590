package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.state.CollectionState;
import io.fluxalchemy.mapping.state.FrozenValue;
import io.fluxalchemy.mapping.state.Snapshot;
import io.fluxalchemy.mapping.state.UntrackedCollection;
import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.type.SqlType;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What it takes to make entities of one class from rows, prepared once. Immutable, thread-safe. */
final class EntityPlan<E> {

    private final EntityModel<E> model;
    private final Filling<E>[] columns;
    private final Filling<E>[] relations;
    private final SqlType<?>[] types;
    private final int[] idPositions;

    EntityPlan(EntityModel<E> model) {
        this.model = model;
        this.columns = array(new Fillings<>(model).columns());
        this.relations = array(new Fillings<>(model).relations());
        List<EntityColumn<E>> all = model.columns().all();
        this.types = all.stream().map(EntityColumn::type).toArray(SqlType<?>[]::new);
        this.idPositions = model.columns().id().stream().mapToInt(all::indexOf).toArray();
    }

    /** Walked for every row. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of this very class
    private static <E> Filling<E>[] array(List<Filling<E>> fillings) {
        return fillings.toArray((Filling<E>[]) new Filling[0]);
    }

    EntityModel<E> model() {
        return model;
    }

    /** The key of the row whose columns start at a position; null where the row has no such entity. */
    @Nullable
    Object key(RowValues row, int from) {
        return RowKey.of(row, from, idPositions);
    }

    /**
     * The values of the row's columns; the key, just read, is not decoded again.
     *
     * @param into is overwritten where it has the right length; null for a new array
     */
    @Nullable
    Object[] values(RowValues row, int from, Object key, @Nullable Object @Nullable [] into) {
        @Nullable Object[] values = room(types.length, into);
        int known = idPositions.length == 1 ? idPositions[0] : -1;
        for (int i = 0; i < values.length; i++) {
            values[i] = i == known ? key : row.get(from + i);
        }
        return values;
    }

    static @Nullable Object[] room(int length, @Nullable Object @Nullable [] into) {
        return into == null || into.length != length ? new @Nullable Object[length] : into;
    }

    /** A new object for a row; what is kept in other tables stays unloaded. */
    E create(@Nullable Object[] values, EntityFinder finder) {
        E entity = model.create();
        refill(entity, values, finder);
        for (Filling<E> filling : relations) {
            filling.fill(entity, values, finder);
        }
        return entity;
    }

    /** Overwrites the fields kept in the entity's own columns. */
    void refill(E entity, @Nullable Object[] values, EntityFinder finder) {
        for (Filling<E> filling : columns) {
            filling.fill(entity, values, finder);
        }
    }

    /** Puts back the collections a snapshot knows; the others are unloaded again. */
    void restoreCollections(E entity, Snapshot snapshot) {
        model.attributes().forEach(attribute -> {
            if (attribute instanceof ToManyAttribute<E, ?> many) {
                restore(entity, many, snapshot.collection(many.name()));
            }
        });
    }

    /** Whether an entity is not as its snapshot says. */
    boolean isChanged(E entity, Snapshot snapshot) {
        List<EntityColumn<E>> all = model.columns().all();
        for (int i = 0; i < types.length; i++) {
            if (!FrozenValue.isSame(types[i], snapshot.value(i), all.get(i).read(entity))) {
                return true;
            }
        }
        return model.attributes().stream()
                .anyMatch(attribute -> attribute instanceof ToManyAttribute<E, ?> many
                        && isChanged(many.access().get(entity), snapshot.collection(many.name())));
    }

    private static boolean isChanged(@Nullable Collection<?> now, @Nullable List<Object> before) {
        if (now == null || !UntrackedCollection.isTracked(now)) {
            return now == null && before != null;
        }
        if (before == null || now.size() != before.size()) {
            return true;
        }
        Iterator<?> members = now.iterator();
        return before.stream().anyMatch(member -> member != members.next());
    }

    @SuppressWarnings("unchecked") // a snapshot holds what the field held
    private <T> void restore(E entity, ToManyAttribute<E, T> many, @Nullable List<Object> members) {
        if (members != null) {
            many.access().set(entity, CollectionState.loaded(many, (List<T>) members));
        } else if (UntrackedCollection.isTracked(many.access().get(entity))) {
            many.access().set(entity, CollectionState.unloaded(model, many));
        }
    }

    /** Values just read, as a snapshot keeps them; the array is taken over. */
    @Nullable
    Object[] freeze(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = FrozenValue.freeze(types[i], values[i]);
        }
        return values;
    }

    /** The values a snapshot was made of. */
    @Nullable
    Object[] values(Snapshot snapshot) {
        @Nullable Object[] values = new @Nullable Object[types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = FrozenValue.thaw(types[i], snapshot.value(i));
        }
        return values;
    }
}
