package io.fluxalchemy.mapping.model;

import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.tree.Node;
import java.util.List;
import java.util.function.Supplier;

/**
 * A relation to a collection of entities, as queries use it. Immutable.
 *
 * @param <O> the entity that has the relation
 * @param <T> the entity it leads to
 */
public final class ToMany<O, T> extends Relation<O, T> {

    public ToMany(EntityTable<O, ?> owner, String name, Supplier<? extends EntityTable<T, ?>> target) {
        super(owner, name, target);
    }

    /** Has a member for which all of these hold; the conditions are on the target's table. */
    public Condition any(Condition... conditions) {
        requireOther(target(), describe() + ".any(alias, …)");
        return exists(target(), conditions);
    }

    /** As {@link #any(Condition...)}, with the conditions on an alias of the target: what a relation to the same table needs. */
    public Condition any(EntityTable<T, ?> alias, Condition... conditions) {
        requireOther(alias, describe() + ".any(alias, …)");
        return exists(alias, conditions);
    }

    /** Has this member. */
    public Condition contains(T entity) {
        String place = describe() + ".contains";
        LinkTable linkTable = link().linkTable();
        if (linkTable == null) {
            EntityTable<T, ?> inner = inner();
            Node where = EntityNodes.and(List.of(on(inner), EntityNodes.rowOf(inner, entity, place)));
            return condition(EntityNodes.exists(inner.source(), idOf(inner), null, where));
        }
        DefinedTable between = linkTable.as(linkAlias());
        Node where = EntityNodes.and(List.of(
                EntityNodes.equal(owner().source(), between.source(), linkTable.near()),
                EntityNodes.refersTo(between.source(), linkTable.far(), target().model(), entity, place)));
        return condition(EntityNodes.exists(between.source(), linkColumn(linkTable), null, where));
    }

    /** Has no member. */
    public Condition isEmpty() {
        return condition(EntityNodes.not(isNotEmpty().node()));
    }

    /** Has a member. */
    public Condition isNotEmpty() {
        LinkTable linkTable = link().linkTable();
        if (linkTable == null) {
            return exists(inner());
        }
        DefinedTable between = linkTable.as(linkAlias());
        Node near = EntityNodes.equal(owner().source(), between.source(), linkTable.near());
        return condition(EntityNodes.exists(between.source(), linkColumn(linkTable), null, near));
    }
}
