package io.fluxalchemy.mapping.model;

import io.fluxalchemy.error.MappingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the columns behind a relation, from whichever side it is asked. */
final class RelationResolver {

    private RelationResolver() {}

    static RelationLink resolve(EntityModel<?> owner, Attribute<?> attribute) {
        if (attribute instanceof ToOneAttribute<?, ?> one) {
            return toOne(owner, one);
        }
        if (attribute instanceof ToManyAttribute<?, ?> many) {
            return toMany(owner, many);
        }
        throw new MappingException(
                owner + "." + attribute.name() + " is no relation: it is kept in columns of " + owner.tableName());
    }

    private static RelationLink toOne(EntityModel<?> owner, ToOneAttribute<?, ?> one) {
        EntityTable<?, ?> target = one.target().get();
        if (one.mappedBy() == null) {
            List<ColumnPair> pairs = pairs(one.columns());
            return new RelationLink(owner, one, target, inverseOf(owner, one, target), pairs, null);
        }
        Attribute<?> owning = owningSide(owner, one, one.mappedBy(), target);
        if (!(owning instanceof ToOneAttribute<?, ?> other) || other.mappedBy() != null) {
            throw notOwning(owner, one, one.mappedBy(), target, "@OneToOne or @ManyToOne with a join column");
        }
        return new RelationLink(owner, one, target, other, turned(pairs(other.columns())), null);
    }

    private static RelationLink toMany(EntityModel<?> owner, ToManyAttribute<?, ?> many) {
        EntityTable<?, ?> target = many.target().get();
        if (many.joinTable() != null && many.mappedBy() == null) {
            LinkTable link = link(many.joinTable(), owner, target);
            return new RelationLink(owner, many, target, inverseOf(owner, many, target), List.of(), link);
        }
        if (many.mappedBy() == null) {
            throw new MappingException(owner.type().getName() + "." + many.name()
                    + " has neither mappedBy nor a link table: say which attribute of " + target.model()
                    + " owns it, @OneToMany(mappedBy = …), or give it a @JoinTable");
        }
        Attribute<?> owning = owningSide(owner, many, many.mappedBy(), target);
        if (owning instanceof ToOneAttribute<?, ?> other && other.mappedBy() == null) {
            return new RelationLink(owner, many, target, other, turned(pairs(other.columns())), null);
        }
        if (owning instanceof ToManyAttribute<?, ?> other && other.joinTable() != null) {
            LinkTable link =
                    link(other.joinTable(), target.model(), other.target().get());
            return new RelationLink(owner, many, target, other, List.of(), link.fromOtherSide());
        }
        throw notOwning(owner, many, many.mappedBy(), target, "@ManyToOne, or @ManyToMany without mappedBy");
    }

    private static Attribute<?> owningSide(
            EntityModel<?> owner, Attribute<?> attribute, String mappedBy, EntityTable<?, ?> target) {
        Attribute<?> found = target.model().attribute(mappedBy);
        String place =
                owner.type().getName() + "." + attribute.name() + " is mapped by " + target.model() + "." + mappedBy;
        if (found == null) {
            throw new MappingException(place + ", which does not exist: add that attribute to "
                    + target.model().type().getName() + " or correct mappedBy");
        }
        Class<?> back = targetClass(found);
        if (back == null) {
            throw notOwning(owner, attribute, mappedBy, target, "a relation to " + owner);
        }
        if (!back.isAssignableFrom(owner.type())) {
            throw new MappingException(place + ", which refers to " + back.getSimpleName() + " and not to " + owner
                    + ": correct mappedBy or the type of " + target.model() + "." + mappedBy);
        }
        return found;
    }

    private static MappingException notOwning(
            EntityModel<?> owner, Attribute<?> attribute, String mappedBy, EntityTable<?, ?> target, String wanted) {
        return new MappingException(owner.type().getName() + "." + attribute.name() + " is mapped by " + target.model()
                + "." + mappedBy + ", which is not the owning side: it must be " + wanted);
    }

    private static @Nullable Attribute<?> inverseOf(
            EntityModel<?> owner, Attribute<?> owning, EntityTable<?, ?> target) {
        for (Attribute<?> candidate : target.model().attributes()) {
            String mappedBy = candidate instanceof ToOneAttribute<?, ?> one
                    ? one.mappedBy()
                    : candidate instanceof ToManyAttribute<?, ?> many ? many.mappedBy() : null;
            Class<?> back = targetClass(candidate);
            if (owning.name().equals(mappedBy) && back != null && back.isAssignableFrom(owner.type())) {
                return candidate;
            }
        }
        return null;
    }

    private static @Nullable Class<?> targetClass(Attribute<?> attribute) {
        if (attribute instanceof ToOneAttribute<?, ?> one) {
            return one.target().get().model().type();
        }
        return attribute instanceof ToManyAttribute<?, ?> many
                ? many.target().get().model().type()
                : null;
    }

    private static LinkTable link(JoinTableModel table, EntityModel<?> owner, EntityTable<?, ?> target) {
        List<ColumnPair> near = turned(pairs(table.ownerColumns()));
        return new LinkTable(
                table.table(), owner.tableName(), target.model().tableName(), near, pairs(table.targetColumns()));
    }

    private static List<ColumnPair> pairs(List<JoinColumnModel> columns) {
        List<ColumnPair> pairs = new ArrayList<>();
        columns.forEach(c -> pairs.add(new ColumnPair(c.name(), c.referenced(), c.type())));
        return pairs;
    }

    private static List<ColumnPair> turned(List<ColumnPair> pairs) {
        return pairs.stream().map(ColumnPair::turned).toList();
    }
}
