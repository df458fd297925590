package io.fluxalchemy.mapping.model;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A collection of entities. Exactly one of {@code mappedBy} (the target owns a foreign key or the link table) and
 * {@code joinTable} is given.
 *
 * @param kind the collection the field is declared as
 * @param orderBy attributes of the target to order by when loading, {@code "name"} or {@code "name desc"}; empty for the target's id
 */
public record ToManyAttribute<E, T>(
        String name,
        Accessor<E, Collection<T>> access,
        Supplier<? extends EntityTable<T, ?>> target,
        Kind kind,
        @Nullable String mappedBy,
        @Nullable JoinTableModel joinTable,
        Set<Cascade> cascades,
        boolean orphanRemoval,
        List<String> orderBy)
        implements Attribute<E> {
    public ToManyAttribute {
        cascades = Set.copyOf(cascades);
        orderBy = List.copyOf(orderBy);
    }

    /** How the field declares its collection. */
    public enum Kind {
        LIST,
        SET
    }
}
