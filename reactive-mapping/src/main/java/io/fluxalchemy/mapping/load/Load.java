package io.fluxalchemy.mapping.load;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.mapping.model.Relation;
import io.fluxalchemy.mapping.model.ToOne;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.Order;
import io.fluxalchemy.sql.StatementOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a relation is loaded along with its owners: {@code select(AUTHOR).options(selectin(AUTHOR.books))}. Immutable; does no I/O.
 *
 * <p>A relation that is loaded already keeps what it has, changes included. A collection loaded with {@link #where} or
 * {@link #limit} is partial: it can be read, and changing it raises an error, because the unit of work would take what the criteria
 * left out for removed.
 *
 * @param <O> the entity that has the relation
 * @param <T> the entity it leads to
 */
@CheckReturnValue
public final class Load<O, T> implements StatementOption<O> {

    private final Relation<O, T> relation;
    private final LoadStrategy strategy;
    private final List<StatementOption<? super T>> next;
    private final Criteria criteria;

    private Load(
            Relation<O, T> relation, LoadStrategy strategy, List<StatementOption<? super T>> next, Criteria criteria) {
        this.relation = relation;
        this.strategy = strategy;
        this.next = next;
        this.criteria = criteria;
    }

    /**
     * Loads the relation of all owners of the result with one further statement, whatever their number (in chunks where the
     * database cannot bind an array). Owners of a to-one whose targets are in the session already cost none.
     */
    public static <O, T> Load<O, T> selectin(Relation<O, T> relation) {
        return new Load<>(relation, LoadStrategy.SELECTIN, List.of(), Criteria.NONE);
    }

    /**
     * Loads the relation in the owners' own statement, by an outer join; owners stay unique and in order. A join would give wrong
     * rows or cut collections short with a limit or offset on owners of a to-many, criteria on the load, distinct, groups, row
     * locks, set operations, pages, streams and text SQL: there it is loaded as by {@link #selectin}.
     */
    public static <O, T> Load<O, T> joined(Relation<O, T> relation) {
        return new Load<>(relation, LoadStrategy.JOINED, List.of(), Criteria.NONE);
    }

    /** Leaves the relation unloaded; touching it raises an error that names this option. */
    public static <O, T> Load<O, T> raise(Relation<O, T> relation) {
        return new Load<>(relation, LoadStrategy.RAISE, List.of(), Criteria.NONE);
    }

    /** Loads relations of what this one leads to; several calls add up. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Load<O, T> then(StatementOption<? super T>... more) {
        refuseOnRaise("then");
        List<StatementOption<? super T>> all = new ArrayList<>(next);
        all.addAll(Arrays.asList(more));
        return new Load<>(relation, strategy, List.copyOf(all), criteria);
    }

    /** Loads only members for which all conditions hold; makes the collection partial. */
    public Load<O, T> where(Condition... conditions) {
        refuseOnOne("where");
        return new Load<>(relation, strategy, next, criteria.and(conditions));
    }

    /** Orders the members; without it they come in the order the mapping says, else by id. */
    public Load<O, T> orderBy(Order... orders) {
        refuseOnOne("orderBy");
        return new Load<>(relation, strategy, next, criteria.ordered(orders));
    }

    /** Loads at most this many members of each owner; makes the collection partial. */
    public Load<O, T> limit(int members) {
        refuseOnOne("limit");
        if (members < 1) {
            throw new StatementException(
                    relation.describe() + ".limit(" + members + "): at least 1, or leave the relation out");
        }
        return new Load<>(relation, strategy, next, criteria.limited(members));
    }

    Relation<O, T> relation() {
        return relation;
    }

    LoadStrategy strategy() {
        return strategy;
    }

    List<StatementOption<? super T>> next() {
        return next;
    }

    Criteria criteria() {
        return criteria;
    }

    private void refuseOnRaise(String verb) {
        if (strategy == LoadStrategy.RAISE) {
            throw new StatementException(
                    "raise(" + relation.describe() + ")." + verb + "(…): nothing is loaded that this could apply to");
        }
    }

    private void refuseOnOne(String verb) {
        refuseOnRaise(verb);
        if (relation instanceof ToOne<?, ?>) {
            throw new StatementException(relation.describe() + "." + verb
                    + "(…): criteria choose the members of a collection, and this relation leads to one entity");
        }
    }

    @Override
    public String toString() {
        return strategy.name().toLowerCase(java.util.Locale.ROOT) + "(" + relation.describe() + ")";
    }
}
