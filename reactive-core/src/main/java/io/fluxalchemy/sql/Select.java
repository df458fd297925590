package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Construct;
import io.fluxalchemy.sql.tree.Correlation;
import io.fluxalchemy.sql.tree.CustomNode;
import io.fluxalchemy.sql.tree.JoinTree;
import io.fluxalchemy.sql.tree.LockTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.Place;
import io.fluxalchemy.sql.tree.QueryNode;
import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.SetTree;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TreeTransform;
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
    private final ReadOptions reading;
    private @Nullable QueryTree tree;

    Select(Selection<R> selection) {
        this(selection, SelectClauses.of(selection), List.of(), ReadOptions.NONE);
    }

    private Select(
            Selection<R> selection, SelectBody body, List<StatementOption<? super R>> options, ReadOptions reading) {
        this.selection = selection;
        this.body = body;
        this.options = options;
        this.reading = reading;
    }

    private Select<R> with(SelectBody changed) {
        return new Select<>(selection, changed, options, reading);
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

    /** As {@link #join(JoinTarget)}; rows of the joined table without a match stay, with NULL for the others. */
    public final Select<R> rightJoin(JoinTarget target) {
        return with(body.clauses("rightJoin").from(from -> from.join(JoinTree.Kind.RIGHT, target)));
    }

    /** As {@link #join(JoinTarget)}; rows without a match stay on both sides. */
    public final Select<R> fullJoin(JoinTarget target) {
        return with(body.clauses("fullJoin").from(from -> from.join(JoinTree.Kind.FULL, target)));
    }

    public final Select<R> fullJoin(TableExpression table, Condition on) {
        return with(body.clauses("fullJoin").from(from -> from.join(JoinTree.Kind.FULL, table, on)));
    }

    /** Every row with every row of the table. */
    public final Select<R> crossJoin(TableExpression table) {
        return with(body.clauses("crossJoin").from(from -> from.crossJoin(table)));
    }

    /**
     * As a sub-query, uses these tables as the query's around it, and no others of it: they are left out of this query's own FROM, and a
     * column of another table around is an error that names it. Several calls add up; without a table, the query stands for itself.
     * Where nothing is said, a query uses what is around it as far as its own FROM does not read it.
     */
    public final Select<R> correlate(TableExpression... tables) {
        return with(body.clauses("correlate").from(from -> from.correlated(Correlation.Kind.ONLY, tables)));
    }

    /** As {@link #correlate}, with all tables of the query around but these. */
    public final Select<R> correlateExcept(TableExpression... tables) {
        return with(body.clauses("correlateExcept").from(from -> from.correlated(Correlation.Kind.EXCEPT, tables)));
    }

    /** Keeps rows for which all conditions are true; several calls add up. */
    public final Select<R> where(Condition... conditions) {
        return with(body.clauses("where").andWhere(conditions));
    }

    public final Select<R> groupBy(Selectable<?>... what) {
        return with(body.clauses("groupBy").andGroupBy(what));
    }

    /** Several groupings at once: {@code rollup}, {@code cube}, {@code groupingSets}; adds up with plain {@code groupBy}. */
    public final Select<R> groupBy(Grouping... groupings) {
        return with(body.clauses("groupBy").andGroupBy(groupings));
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

    /** As {@link #limit}, and the rows that the order does not tell from the last of them. */
    public final Select<R> limitWithTies(long rows) {
        return with(body.clauses("limitWithTies").range(body.range().limitWithTies(rows)));
    }

    /** At most this share of the rows, rounded up to whole ones. */
    public final Select<R> limitPercent(double percent) {
        return with(body.clauses("limitPercent").range(body.range().limitPercent(percent)));
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

    /** Of the rows that are equal in these, keeps the first by the query's order, which begins with them. */
    public final Select<R> distinctOn(Expression<?>... expressions) {
        return with(body.clauses("distinctOn").distinctOn(expressions));
    }

    /** Locks the rows until the transaction ends; waits for locks of others. With tables, locks those tables' rows only. */
    public final Select<R> forUpdate(TableExpression... of) {
        return locked("forUpdate", LockTree.Strength.UPDATE, of);
    }

    /** As {@link #forUpdate}, letting others insert rows that refer to these. */
    public final Select<R> forNoKeyUpdate(TableExpression... of) {
        return locked("forNoKeyUpdate", LockTree.Strength.NO_KEY_UPDATE, of);
    }

    /** Keeps others from deleting the rows and from changing their keys, until the transaction ends. */
    public final Select<R> forKeyShare(TableExpression... of) {
        return locked("forKeyShare", LockTree.Strength.KEY_SHARE, of);
    }

    /** After a lock: fails at once where another transaction holds one of the rows. */
    public final Select<R> noWait() {
        return waiting("noWait", LockTree.Wait.NOWAIT);
    }

    /** After a lock: leaves out the rows that another transaction holds. */
    public final Select<R> skipLocked() {
        return waiting("skipLocked", LockTree.Wait.SKIP_LOCKED);
    }

    private Select<R> locked(String verb, LockTree.Strength strength, TableExpression... of) {
        List<Source> sources = Arrays.stream(of).map(TableExpression::source).toList();
        return with(body.clauses(verb).locked(new LockTree(strength, LockTree.Wait.WAIT, sources)));
    }

    private Select<R> waiting(String verb, LockTree.Wait wait) {
        LockTree lock = body.clauses(verb).lock();
        if (lock == null) {
            throw new StatementException(verb + "() says how to wait for a lock: say forUpdate() or forShare() first");
        }
        return with(body.clauses(verb).locked(new LockTree(lock.strength(), wait, lock.of())));
    }

    /** Locks the rows; fails at once where another transaction holds one of them. */
    public final Select<R> forUpdateNoWait() {
        return forUpdate().noWait();
    }

    /** Locks the rows that no other transaction holds, and leaves out the others. */
    public final Select<R> forUpdateSkipLocked() {
        return forUpdate().skipLocked();
    }

    /** Locks the rows against writers until the transaction ends. */
    public final Select<R> forShare(TableExpression... of) {
        return locked("forShare", LockTree.Strength.SHARE, of);
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

    /** The rows both queries have, as often as both have them. */
    public final Select<R> intersectAll(Select<R> other) {
        return combined(SetTree.Kind.INTERSECT, true, other);
    }

    /** The rows of this query, each as often as it has it more than the other. */
    public final Select<R> exceptAll(Select<R> other) {
        return combined(SetTree.Kind.EXCEPT, true, other);
    }

    /** The rows of this query that the other does not have. */
    public final Select<R> except(Select<R> other) {
        return combined(SetTree.Kind.EXCEPT, false, other);
    }

    private Select<R> combined(SetTree.Kind kind, boolean all, Select<R> other) {
        return with(SetOperation.of(kind, all, this, other));
    }

    /**
     * A comment before the statement, by which it is found in the server's log and statistics. Characters that could end it or be
     * taken for a marker become spaces. It is part of the text that compiled statements are kept under: say the place, not a value.
     */
    public final Select<R> comment(String text) {
        return with(body.clauses("comment")
                .remarks(Remarks.comment(body.clauses("comment").remarks(), text)));
    }

    /** Text behind SELECT for one dialect only, such as a hint; others leave it out. It comes from code, never from outside. */
    public final Select<R> prefix(String dialect, String sql) {
        return with(body.clauses("prefix")
                .remarks(Remarks.prefix(body.clauses("prefix").remarks(), dialect, sql)));
    }

    /** Text at the end of the query for one dialect only; others leave it out. It comes from code, never from outside. */
    public final Select<R> suffix(String dialect, String sql) {
        return with(body.clauses("suffix")
                .remarks(Remarks.suffix(body.clauses("suffix").remarks(), dialect, sql)));
    }

    /**
     * A clause that the language has not, at a place of the query: {@code clause(Place.AFTER_GROUPS, QUALIFY, condition)}. Values among the
     * operands are bound. A dialect that the construct has no template for refuses the query by the construct's name.
     */
    public final Select<R> clause(Place place, Construct clause, Object... operands) {
        CustomNode node = new CustomNode(clause, Operands.nodes(clause.name() + "(…)", operands));
        return with(body.clauses("clause")
                .remarks(Remarks.clause(body.clauses("clause").remarks(), place, node)));
    }

    /** Says how the rows are loaded; several calls add up. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Select<R> options(StatementOption<? super R>... more) {
        List<StatementOption<? super R>> added = new ArrayList<>(options);
        added.addAll(Arrays.asList(more));
        return new Select<>(selection, body, List.copyOf(added), reading);
    }

    /** How many rows the server sends at once to a stream of this query, instead of the engine's own number. */
    public final Select<R> fetchSize(int rows) {
        return new Select<>(selection, body, options, new ReadOptions(rows, reading.maxRows()));
    }

    /** The most rows this query may read into a list, instead of the engine's own; more are an error, never a shorter list. */
    public final Select<R> maxRows(int rows) {
        return new Select<>(selection, body, options, new ReadOptions(reading.fetchSize(), rows));
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
        return new Select<>(selection.map(function), body, List.of(), reading);
    }

    /** The query whose tree this makes of the tree of this one, when it is compiled. Its rows are read as this query's. */
    public final Select<R> transform(TreeTransform transform) {
        return with(new TransformedBody(body, transform));
    }

    /** This query as a table for another query's FROM. */
    public final DerivedTable as(String alias) {
        return DerivedTable.of(this, alias);
    }

    /** As {@link #as}, and able to use the tables that stand before it in FROM, of which it is run for each row. */
    public final DerivedTable lateral(String alias) {
        return DerivedTable.lateral(this, alias);
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
        if (!(body instanceof SelectClauses) || body.clauses(what).distinct()) {
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

    @Override
    public final ReadOptions reading() {
        return reading;
    }

    /**
     * The same query with another select list and without options: the door for layers that load more than was asked for. The
     * implied part of FROM follows the new list.
     */
    public final <S> Select<S> withSelection(Selection<S> other) {
        return new Select<>(other, body.selecting(other), List.of(), reading);
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

    /** The statement in the words of the standard, for debuggers and messages, without the values. */
    @Override
    public final String toString() {
        return Written.of(this);
    }
}
