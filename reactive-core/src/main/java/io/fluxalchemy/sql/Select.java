package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.JoinTree;
import io.fluxalchemy.sql.tree.LockTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.QueryNode;
import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.SetTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT whose rows are read as {@code R}. Immutable: every verb returns a new query and leaves this one as it is, so a query
 * may be kept in a constant and shared between threads. Nothing is read before a verb of the engine runs it.
 *
 * <p>Without {@link #from}, the query reads the tables of what it selects. With it, it reads what is named there and joined,
 * nothing else; a sub-query may then use the tables of the query around it.
 */
@CheckReturnValue
public sealed class Select<R> implements Query<R>
        permits Select2, Select3, Select4, Select5, Select6, Select7, Select8, Select9, Select10, Select11, Select12 {

    private final Selection<R> selection;
    private final SelectBody body;
    private final List<StatementOption<? super R>> options;
    private @Nullable QueryTree tree;

    Select(Selection<R> selection) {
        this(selection, SelectClauses.of(selection), List.of());
    }

    private Select(Selection<R> selection, SelectBody body, List<StatementOption<? super R>> options) {
        this.selection = selection;
        this.body = body;
        this.options = options;
    }

    private Select<R> with(SelectBody changed) {
        return new Select<>(selection, changed, options);
    }

    /** Adds tables to FROM. The first call ends the rule that the selected tables are implied. */
    public final Select<R> from(TableExpression... tables) {
        return with(body.clauses("from").from(from -> from.from(tables)));
    }

    /**
     * Joins a table over its foreign key, or a mapped relation.
     *
     * @throws StatementException if no or several foreign keys would do; lists them
     */
    public final Select<R> join(JoinTarget target) {
        return with(body.clauses("join").from(from -> from.join(JoinTree.Kind.INNER, target)));
    }

    public final Select<R> join(TableExpression table, Condition on) {
        return with(body.clauses("join").from(from -> from.join(JoinTree.Kind.INNER, table, on)));
    }

    /** As {@link #join(JoinTarget)}; rows without a match stay, with NULL for the joined table. */
    public final Select<R> leftJoin(JoinTarget target) {
        return with(body.clauses("leftJoin").from(from -> from.join(JoinTree.Kind.LEFT, target)));
    }

    public final Select<R> leftJoin(TableExpression table, Condition on) {
        return with(body.clauses("leftJoin").from(from -> from.join(JoinTree.Kind.LEFT, table, on)));
    }

    public final Select<R> rightJoin(TableExpression table, Condition on) {
        return with(body.clauses("rightJoin").from(from -> from.join(JoinTree.Kind.RIGHT, table, on)));
    }

    public final Select<R> fullJoin(TableExpression table, Condition on) {
        return with(body.clauses("fullJoin").from(from -> from.join(JoinTree.Kind.FULL, table, on)));
    }

    /** Every row with every row of the table. */
    public final Select<R> crossJoin(TableExpression table) {
        return with(body.clauses("crossJoin").from(from -> from.crossJoin(table)));
    }

    /** Keeps rows for which all conditions are true; several calls add up. */
    public final Select<R> where(Condition... conditions) {
        return with(body.clauses("where").andWhere(conditions));
    }

    public final Select<R> groupBy(Selectable<?>... what) {
        return with(body.clauses("groupBy").andGroupBy(what));
    }

    /** Keeps groups for which all conditions are true; several calls add up. */
    public final Select<R> having(Condition... conditions) {
        return with(body.clauses("having").andHaving(conditions));
    }

    /** Orders the rows; several calls add up. */
    public final Select<R> orderBy(Order... orders) {
        return orderBy(Arrays.asList(orders));
    }

    public final Select<R> orderBy(Collection<Order> orders) {
        return with(body.range(body.range().orderBy(orders)));
    }

    /** At most this many rows. */
    public final Select<R> limit(long rows) {
        return with(body.range(body.range().limit(rows)));
    }

    /** Leaves out the first rows. The database still produces them: {@link #after} pages without that cost. */
    public final Select<R> offset(long rows) {
        return with(body.range(body.range().offset(rows)));
    }

    /** Goes on behind the row a page's cursor stands for; null begins at the first row. The order must be the page's. */
    public final Select<R> after(@Nullable String cursor) {
        return with(body.range(body.range().after(cursor)));
    }

    /** Leaves out equal rows. */
    public final Select<R> distinct() {
        return with(body.clauses("distinct").asDistinct());
    }

    /** Locks the rows until the transaction ends; waits for locks of others. */
    public final Select<R> forUpdate() {
        return with(body.clauses("forUpdate").locked(new LockTree(LockTree.Strength.UPDATE, LockTree.Wait.WAIT)));
    }

    /** Locks the rows; fails at once where another transaction holds one of them. */
    public final Select<R> forUpdateNoWait() {
        return with(
                body.clauses("forUpdateNoWait").locked(new LockTree(LockTree.Strength.UPDATE, LockTree.Wait.NOWAIT)));
    }

    /** Locks the rows that no other transaction holds, and leaves out the others. */
    public final Select<R> forUpdateSkipLocked() {
        return with(body.clauses("forUpdateSkipLocked")
                .locked(new LockTree(LockTree.Strength.UPDATE, LockTree.Wait.SKIP_LOCKED)));
    }

    /** Locks the rows against writers until the transaction ends. */
    public final Select<R> forShare() {
        return with(body.clauses("forShare").locked(new LockTree(LockTree.Strength.SHARE, LockTree.Wait.WAIT)));
    }

    /** The rows of both queries, equal rows once. Order and limit of the whole are said after it. */
    public final Select<R> union(Select<R> other) {
        return combined(SetTree.Kind.UNION, false, other);
    }

    /** The rows of both queries. */
    public final Select<R> unionAll(Select<R> other) {
        return combined(SetTree.Kind.UNION, true, other);
    }

    /** The rows both queries have. */
    public final Select<R> intersect(Select<R> other) {
        return combined(SetTree.Kind.INTERSECT, false, other);
    }

    /** The rows of this query that the other does not have. */
    public final Select<R> except(Select<R> other) {
        return combined(SetTree.Kind.EXCEPT, false, other);
    }

    private Select<R> combined(SetTree.Kind kind, boolean all, Select<R> other) {
        return with(SetOperation.of(kind, all, this, other));
    }

    /** Says how the rows are loaded; several calls add up. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Select<R> options(StatementOption<? super R>... more) {
        List<StatementOption<? super R>> added = new ArrayList<>(options);
        added.addAll(Arrays.asList(more));
        return new Select<>(selection, body, List.copyOf(added));
    }

    /** Changes the query only if the test holds. */
    public final Select<R> when(boolean test, UnaryOperator<Select<R>> change) {
        return test ? change.apply(this) : this;
    }

    /**
     * Makes something else of each row, while it is read.
     *
     * @throws StatementException if options were given: they load into the rows of this query, which would be gone
     */
    public final <S> Select<S> map(Function<? super R, ? extends S> function) {
        if (!options.isEmpty()) {
            throw new StatementException("map(…) after options(…): what the options load goes into "
                    + "the rows of this query, which map replaces; run the query and map its result");
        }
        return new Select<>(selection.map(function), body, List.of());
    }

    /** This query as a table for another query's FROM. */
    public final DerivedTable as(String alias) {
        return DerivedTable.of(this, alias);
    }

    /** This query as one value that holds all its rows. */
    final Node listed() {
        if (!options.isEmpty()) {
            throw new StatementException(
                    "list(query): options load into entities a query returns, not into those of a list");
        }
        return new QueryNode(body.clauses("list").listed(selection));
    }

    final RowRange range() {
        return body.range();
    }

    /** Refuses queries whose rows would change with one more item. */
    final void requireMoreItems(String what) {
        if (body instanceof SetOperation || body.clauses(what).distinct()) {
            throw new StatementException(
                    what + " must be among the selected items to page a query with distinct, union,"
                            + " intersect or except");
        }
    }

    @Override
    public final Selection<R> selection() {
        return selection;
    }

    @Override
    public final List<StatementOption<? super R>> options() {
        return options;
    }

    /**
     * The same query with another select list and without options: the door for layers that load more than was asked for. The
     * implied part of FROM follows the new list.
     */
    public final <S> Select<S> withSelection(Selection<S> other) {
        return new Select<>(other, body.selecting(other), List.of());
    }

    /**
     * The tree behind this query.
     *
     * @throws StatementException if the query is not complete
     */
    public final QueryTree tree() {
        // made once: threads that meet here make equal trees, and any of them may stay
        QueryTree made = tree;
        if (made == null) {
            made = body.tree(selection);
            tree = made;
        }
        return made;
    }
}
