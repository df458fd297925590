package io.fluxalchemy.mapping.model;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A reference to one entity: many-to-one, or one-to-one from either side.
 *
 * @param target by supplier, since metamodel classes refer to each other in circles
 * @param columns the foreign key, empty on the inverse side
 * @param mappedBy on the inverse side the attribute of the target that owns the relation, else null
 * @param nullable whether the foreign key may be NULL
 */
public record ToOneAttribute<E, T>(
        String name,
        Accessor<E, T> access,
        Supplier<? extends EntityTable<T, ?>> target,
        List<JoinColumnModel> columns,
        @Nullable String mappedBy,
        boolean nullable,
        boolean unique,
        boolean insertable,
        boolean updatable,
        Set<Cascade> cascades,
        boolean orphanRemoval)
        implements Attribute<E> {
    public ToOneAttribute {
        columns = List.copyOf(columns);
        cascades = Set.copyOf(cascades);
    }
}
