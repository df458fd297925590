package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.Relation;
import io.fluxalchemy.mapping.model.RelationLink;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.mapping.state.UntrackedCollection;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation with its types: from which model to which table, over which columns, and the field that keeps it, what that holds and
 * whether it is the loaded truth.
 */
final class RelationField<O, T> {

    private final RelationLink link;
    private final EntityModel<O> owner;
    private final EntityTable<T, ?> target;
    private final @Nullable ToManyAttribute<O, T> many;
    private final @Nullable ToOneAttribute<O, T> one;

    @SuppressWarnings("unchecked") // a relation's model, table and attribute have the relation's types
    private RelationField(RelationLink link) {
        this.link = link;
        this.owner = (EntityModel<O>) link.owner();
        this.target = (EntityTable<T, ?>) link.target();
        this.many =
                link.attribute() instanceof ToManyAttribute<?, ?> attribute ? (ToManyAttribute<O, T>) attribute : null;
        this.one = link.attribute() instanceof ToOneAttribute<?, ?> attribute ? (ToOneAttribute<O, T>) attribute : null;
    }

    static <O, T> RelationField<O, T> of(Relation<O, T> relation) {
        return new RelationField<>(relation.link());
    }

    /** The relation behind a link, whose owner the caller knows. */
    static <O, T> RelationField<O, T> of(RelationLink link) {
        return new RelationField<>(link);
    }

    RelationLink link() {
        return link;
    }

    EntityModel<O> owner() {
        return owner;
    }

    EntityTable<T, ?> target() {
        return target;
    }

    @Nullable
    ToManyAttribute<O, T> many() {
        return many;
    }

    @Nullable
    ToOneAttribute<O, T> one() {
        return one;
    }

    /** Whether the field holds all of the relation: no stand-in, and no partial collection. */
    boolean isLoaded(O owner) {
        if (many != null) {
            return !(many.access().get(owner) instanceof UntrackedCollection);
        }
        return one == null || !(one.access().get(owner) instanceof EntityReference);
    }

    /** The entities the field leads to now; none where it is not loaded. */
    Collection<T> targets(O owner) {
        if (many != null) {
            Collection<T> members = many.access().get(owner);
            return members == null || UntrackedCollection.isUnloaded(members) ? List.of() : members;
        }
        T target = one == null ? null : one.access().get(owner);
        return target == null || target instanceof EntityReference ? List.of() : List.of(target);
    }
}
