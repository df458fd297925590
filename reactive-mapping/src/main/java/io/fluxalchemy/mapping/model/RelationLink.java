package io.fluxalchemy.mapping.model;

import io.fluxalchemy.error.MappingException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a relation's two sides find each other, the same from either side: over columns of the two tables, or over a
 * link table between them.
 *
 * @param attribute the relation
 * @param inverse the attribute of the target that is the other side of the same relation, or null
 * @param pairs columns of owner (left) and target (right); empty where a link table stands between
 * @param linkTable seen from the owner, or null
 */
public record RelationLink(
        EntityModel<?> owner,
        Attribute<?> attribute,
        EntityTable<?, ?> target,
        @Nullable Attribute<?> inverse,
        List<ColumnPair> pairs,
        @Nullable LinkTable linkTable) {

    public RelationLink {
        pairs = List.copyOf(pairs);
    }

    /**
     * Resolves a relation, the side that says {@code mappedBy} through the other one.
     *
     * @throws MappingException if the other side is missing or does not fit
     */
    public static RelationLink of(EntityModel<?> owner, Attribute<?> attribute) {
        return RelationResolver.resolve(owner, attribute);
    }

    /** Whether the target is a collection. */
    public boolean isToMany() {
        return attribute instanceof ToManyAttribute<?, ?>;
    }

    /** Whether the foreign key or the link table is written through this side. */
    public boolean isOwningSide() {
        return attribute instanceof ToOneAttribute<?, ?> one
                ? one.mappedBy() == null
                : linkOf(attribute).mappedBy() == null;
    }

    public Set<Cascade> cascades() {
        return attribute instanceof ToOneAttribute<?, ?> one
                ? one.cascades()
                : linkOf(attribute).cascades();
    }

    public boolean orphanRemoval() {
        return attribute instanceof ToOneAttribute<?, ?> one
                ? one.orphanRemoval()
                : linkOf(attribute).orphanRemoval();
    }

    /** How messages name the relation, such as {@code Author.books}. */
    public String describe() {
        return owner + "." + attribute.name();
    }

    @Override
    public String toString() {
        return describe();
    }

    private static ToManyAttribute<?, ?> linkOf(Attribute<?> attribute) {
        if (attribute instanceof ToManyAttribute<?, ?> many) {
            return many;
        }
        throw new MappingException(attribute.name() + " is no relation");
    }
}
