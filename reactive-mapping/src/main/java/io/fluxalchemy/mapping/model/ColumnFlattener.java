package io.fluxalchemy.mapping.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the flat list of columns of a model. The target of a relation is not touched before a value is read. */
final class ColumnFlattener<E> {

    private final EntityModel<E> model;
    private final List<EntityColumn<E>> columns = new ArrayList<>();

    ColumnFlattener(EntityModel<E> model) {
        this.model = model;
    }

    List<EntityColumn<E>> columns() {
        for (Attribute<E> attribute : model.attributes()) {
            if (attribute instanceof BasicAttribute<E, ?> basic) {
                columns.add(basic(basic));
            } else if (attribute instanceof EmbeddedAttribute<E, ?> embedded) {
                embedded(embedded);
            } else if (attribute instanceof ToOneAttribute<E, ?> toOne) {
                toOne(toOne);
            }
        }
        return List.copyOf(columns);
    }

    private EntityColumn<E> basic(BasicAttribute<E, ?> basic) {
        boolean isId = basic == model.id();
        return new EntityColumn<>(
                basic.column(),
                basic.type(),
                basic.name(),
                basic,
                basic.access()::get,
                basic.nullable() && !isId,
                basic.unique(),
                basic.insertable(),
                basic.updatable() && !isId,
                basic.primitive(),
                basic.generation(),
                null,
                null);
    }

    private <V> void embedded(EmbeddedAttribute<E, V> embedded) {
        boolean isId = embedded == model.id();
        for (BasicAttribute<V, ?> part : embedded.model().attributes()) {
            columns.add(new EntityColumn<>(
                    part.column(),
                    part.type(),
                    embedded.name() + "." + part.name(),
                    embedded,
                    entity -> part(embedded.access().get(entity), part),
                    part.nullable() && !isId,
                    part.unique(),
                    part.insertable(),
                    part.updatable() && !isId,
                    part.primitive(),
                    part.generation(),
                    null,
                    part));
        }
    }

    private static <V> @Nullable Object part(@Nullable V value, BasicAttribute<V, ?> part) {
        return value == null ? null : part.access().get(value);
    }

    private <T> void toOne(ToOneAttribute<E, T> toOne) {
        for (JoinColumnModel join : toOne.columns()) {
            columns.add(new EntityColumn<>(
                    join.name(),
                    join.type(),
                    toOne.name(),
                    toOne,
                    new ForeignKeyReader<>(toOne, join.referenced()),
                    toOne.nullable(),
                    toOne.unique() && toOne.columns().size() == 1,
                    toOne.insertable(),
                    toOne.updatable(),
                    false,
                    null,
                    join,
                    null));
        }
    }
}
