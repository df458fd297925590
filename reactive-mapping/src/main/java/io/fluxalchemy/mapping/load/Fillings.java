package io.fluxalchemy.mapping.load;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.mapping.model.Accessor;
import io.fluxalchemy.mapping.model.Attribute;
import io.fluxalchemy.mapping.model.BasicAttribute;
import io.fluxalchemy.mapping.model.EmbeddedAttribute;
import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.JoinColumnModel;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.mapping.state.CollectionState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prepares, once per model, how each field is filled. */
final class Fillings<E> {

    private final EntityModel<E> model;

    Fillings(EntityModel<E> model) {
        this.model = model;
    }

    /** Fields kept in columns of the entity's own table. */
    List<Filling<E>> columns() {
        List<Filling<E>> fillings = new ArrayList<>();
        for (Attribute<E> attribute : model.attributes()) {
            if (attribute instanceof BasicAttribute<E, ?> basic) {
                fillings.add(basic(basic, position(attribute, null)));
            } else if (attribute instanceof EmbeddedAttribute<E, ?> embedded) {
                fillings.add(embedded(embedded));
            } else if (attribute instanceof ToOneAttribute<E, ?> toOne && toOne.mappedBy() == null) {
                fillings.add(owning(toOne));
            }
        }
        return List.copyOf(fillings);
    }

    /** Fields kept in other tables: each is unloaded at first. */
    List<Filling<E>> relations() {
        List<Filling<E>> fillings = new ArrayList<>();
        for (Attribute<E> attribute : model.attributes()) {
            if (attribute instanceof ToManyAttribute<E, ?> toMany) {
                fillings.add(toMany(toMany));
            } else if (attribute instanceof ToOneAttribute<E, ?> toOne && toOne.mappedBy() != null) {
                fillings.add(inverse(toOne));
            }
        }
        return List.copyOf(fillings);
    }

    @SuppressWarnings("unchecked") // a column's value is converted by the type of its attribute
    private <V> Filling<E> basic(BasicAttribute<E, V> basic, int position) {
        Accessor<E, V> access = basic.access();
        if (!basic.primitive()) {
            return (entity, values, finder) -> access.set(entity, (V) values[position]);
        }
        return (entity, values, finder) -> {
            Object value = values[position];
            if (value == null) {
                throw new ConversionException(model.type().getName() + "." + basic.name()
                        + " is a primitive and its column " + model.tableName() + "." + basic.column()
                        + " holds NULL: declare the field as its wrapper class");
            }
            access.set(entity, (V) value);
        };
    }

    private <V> Filling<E> embedded(EmbeddedAttribute<E, V> embedded) {
        int from = position(embedded, null);
        int to = from + embedded.model().attributes().size();
        return (entity, values, finder) -> {
            @Nullable Object[] parts = Arrays.copyOfRange(values, from, to);
            boolean isPresent = false;
            for (Object part : parts) {
                isPresent |= part != null;
            }
            embedded.access().set(entity, isPresent ? embedded.model().create().apply(parts) : null);
        };
    }

    private <T> Filling<E> owning(ToOneAttribute<E, T> toOne) {
        EntityModel<T> target = reachable(toOne);
        List<EntityColumn<T>> id = target.columns().id();
        int[] positions = new int[id.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = position(toOne, id.get(i).name());
        }
        if (positions.length == 1) {
            int position = positions[0];
            return (entity, values, finder) -> {
                Object key = values[position];
                toOne.access().set(entity, key == null ? null : finder.target(target, key));
            };
        }
        return (entity, values, finder) -> {
            Object key = RowKey.of(values, positions);
            toOne.access().set(entity, key == null ? null : finder.target(target, key));
        };
    }

    private <T> Filling<E> inverse(ToOneAttribute<E, T> toOne) {
        EntityModel<T> target = reachable(toOne);
        return (entity, values, finder) -> toOne.access().set(entity, finder.unknown(target));
    }

    private <T> Filling<E> toMany(ToManyAttribute<E, T> toMany) {
        Collection<T> unloaded = CollectionState.unloaded(model, toMany);
        return (entity, values, finder) -> toMany.access().set(entity, unloaded);
    }

    private <T> EntityModel<T> reachable(ToOneAttribute<E, T> toOne) {
        EntityModel<T> target = toOne.target().get().model();
        if (target.reference() == null) {
            throw new MappingException(model.type().getName() + "." + toOne.name() + " leads to "
                    + target.type().getName()
                    + ", which is final or has final accessors, so nothing can stand for it while"
                    + " it is not loaded: open the class and its accessors");
        }
        return target;
    }

    /** The place of an attribute's column; the first one, or that of the foreign key's column for a column of the target. */
    private int position(Attribute<E> attribute, @Nullable String referenced) {
        List<EntityColumn<E>> all = model.columns().all();
        for (int i = 0; i < all.size(); i++) {
            JoinColumnModel join = all.get(i).join();
            boolean isMeant =
                    referenced == null || join != null && join.referenced().equals(referenced);
            if (all.get(i).attribute() == attribute && isMeant) {
                return i;
            }
        }
        throw new MappingException(model.type().getName() + "." + attribute.name()
                + (referenced == null
                        ? " has no column"
                        : " has no join column for " + referenced
                                + ": a foreign key must refer to every column of the target's id"));
    }
}
