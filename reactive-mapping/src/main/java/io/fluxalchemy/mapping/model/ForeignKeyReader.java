package io.fluxalchemy.mapping.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one column of a foreign key: the part of the id of the entity a relation refers to now, loaded or not. */
final class ForeignKeyReader<E, T> implements Function<E, @Nullable Object> {

    private final ToOneAttribute<E, T> relation;
    private final String referenced;

    ForeignKeyReader(ToOneAttribute<E, T> relation, String referenced) {
        this.relation = relation;
        this.referenced = referenced;
    }

    @Override
    public @Nullable Object apply(E entity) {
        T target = relation.access().get(entity);
        if (target == null) {
            return null;
        }
        EntityColumns<T> columns = relation.target().get().model().columns();
        Object key = columns.key(target);
        return key == null ? null : columns.keyPart(key, referenced);
    }
}
