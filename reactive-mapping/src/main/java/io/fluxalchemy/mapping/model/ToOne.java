package io.fluxalchemy.mapping.model;

import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.tree.Node;
import java.util.List;
import java.util.function.Supplier;

/**
 * A relation to at most one entity, as queries use it. Immutable.
 *
 * @param <O> the entity that has the relation
 * @param <T> the entity it leads to
 */
public final class ToOne<O, T> extends Relation<O, T> {

    public ToOne(EntityTable<O, ?> owner, String name, Supplier<? extends EntityTable<T, ?>> target) {
        super(owner, name, target);
    }

    /** Leads to the row of this table of the query: {@code BOOK.author.is(AUTHOR)}. */
    public Condition is(EntityTable<T, ?> table) {
        requireOther(table, describe() + ".is(" + table.describe() + ".as(\"…\"))");
        return condition(on(table));
    }

    /** Leads to this entity. */
    public Condition eq(T entity) {
        String place = describe() + ".eq";
        if (link().isOwningSide()) {
            return condition(EntityNodes.refersTo(owner().source(), link().pairs(), target().model(), entity, place));
        }
        EntityTable<T, ?> inner = inner();
        Node where = EntityNodes.and(List.of(on(inner), EntityNodes.rowOf(inner, entity, place)));
        return condition(EntityNodes.exists(inner.source(), idOf(inner), null, where));
    }

    /** Leads to an entity for which all of these hold; the conditions are on the target's table. */
    public Condition has(Condition... conditions) {
        requireOther(target(), describe() + ".has(alias, …)");
        return exists(target(), conditions);
    }

    /** As {@link #has(Condition...)}, with the conditions on an alias of the target: what a relation to the same table needs. */
    public Condition has(EntityTable<T, ?> alias, Condition... conditions) {
        requireOther(alias, describe() + ".has(alias, …)");
        return exists(alias, conditions);
    }

    /** Leads nowhere. */
    public Condition isNull() {
        if (link().isOwningSide()) {
            return condition(EntityNodes.isNull(
                    owner().source(),
                    link().pairs().stream().map(ColumnPair::left).toList()));
        }
        return condition(EntityNodes.not(exists(inner()).node()));
    }

    /** Leads to an entity. */
    public Condition isNotNull() {
        return condition(EntityNodes.not(isNull().node()));
    }
}
