package io.fluxalchemy.mapping.model;

import io.fluxalchemy.type.SqlType;
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

    /** The columns of the entity this one extends come first, as they are there; a root's discriminator is its last column. */
    @SuppressWarnings("unchecked") // the columns of a class are filled by those that extend it
    List<EntityColumn<E>> columns() {
        if (model.parent() != null) {
            columns.addAll(((EntityModel<E>) model.parent()).columns().all());
        }
        for (Attribute<E> attribute : model.attributes()) {
            if (!model.declares(attribute)) {
                continue;
            }
            if (attribute instanceof BasicAttribute<E, ?> basic) {
                columns.add(basic(basic));
            } else if (attribute instanceof EmbeddedAttribute<E, ?> embedded) {
                embedded(embedded);
            } else if (attribute instanceof ToOneAttribute<E, ?> toOne) {
                toOne(toOne);
            }
        }
        Hierarchy hierarchy = model.hierarchy();
        if (hierarchy != null && model.parent() == null) {
            columns.add(discriminator(hierarchy, hierarchy.type()));
        }
        return List.copyOf(columns);
    }

    @SuppressWarnings("unchecked") // a discriminator value is of its column's class
    private <V> EntityColumn<E> discriminator(Hierarchy hierarchy, SqlType<V> type) {
        Accessor<E, V> access = Accessor.of(entity -> (V) hierarchy.valueOf(entity), (entity, value) -> {});
        String name = hierarchy.column();
        return basic(BasicAttribute.of(name, name, type, access).notNull().notUpdatable());
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
