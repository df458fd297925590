package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.LockTree;
import io.fluxalchemy.sql.tree.NeutralNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.RemarkTree;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The clauses of one SELECT. */
record SelectClauses(
        boolean distinct,
        List<Node> distinctOn,
        FromTables from,
        Node where,
        List<Node> groupBy,
        Node having,
        RowRange range,
        @Nullable LockTree lock,
        RemarkTree remarks)
        implements SelectBody {

    static SelectClauses of(Selection<?> selection) {
        return new SelectClauses(
                false,
                List.of(),
                FromTables.impliedBy(selection),
                Conditions.NOTHING,
                List.of(),
                Conditions.NOTHING,
                RowRange.ALL,
                null,
                RemarkTree.NONE);
    }

    SelectClauses asDistinct() {
        return new SelectClauses(true, distinctOn, from, where, groupBy, having, range, lock, remarks);
    }

    SelectClauses distinctOn(Expression<?>... expressions) {
        List<Node> all = new ArrayList<>(distinctOn);
        for (Expression<?> each : expressions) {
            all.add(each.node());
        }
        return new SelectClauses(true, List.copyOf(all), from, where, groupBy, having, range, lock, remarks);
    }

    SelectClauses from(UnaryOperator<FromTables> change) {
        return new SelectClauses(
                distinct, distinctOn, change.apply(from), where, groupBy, having, range, lock, remarks);
    }

    SelectClauses andWhere(Condition... conditions) {
        return new SelectClauses(
                distinct, distinctOn, from, Conditions.all(where, conditions), groupBy, having, range, lock, remarks);
    }

    SelectClauses andGroupBy(Selectable<?>... what) {
        List<Node> all = new ArrayList<>(groupBy);
        for (Selectable<?> each : what) {
            each.selection().items().forEach(item -> all.add(item.node()));
        }
        return new SelectClauses(distinct, distinctOn, from, where, List.copyOf(all), having, range, lock, remarks);
    }

    SelectClauses andGroupBy(Grouping... groupings) {
        List<Node> all = new ArrayList<>(groupBy);
        for (Grouping each : groupings) {
            all.add(each.node());
        }
        return new SelectClauses(distinct, distinctOn, from, where, List.copyOf(all), having, range, lock, remarks);
    }

    SelectClauses remarks(RemarkTree changed) {
        return new SelectClauses(distinct, distinctOn, from, where, groupBy, having, range, lock, changed);
    }

    SelectClauses andHaving(Condition... conditions) {
        return new SelectClauses(
                distinct, distinctOn, from, where, groupBy, Conditions.all(having, conditions), range, lock, remarks);
    }

    SelectClauses locked(LockTree strength) {
        return new SelectClauses(distinct, distinctOn, from, where, groupBy, having, range, strength, remarks);
    }

    @Override
    public SelectClauses range(RowRange changed) {
        return new SelectClauses(distinct, distinctOn, from, where, groupBy, having, changed, lock, remarks);
    }

    @Override
    public SelectClauses selecting(Selection<?> selection) {
        return from(tables -> tables.implying(selection));
    }

    /** The query whose one value is all rows of this one, as a JSON array of arrays. */
    SelectTree listed(Selection<?> selection) {
        return new ListedQuery(this, selection).tree();
    }

    /** Whether its rows are more or less than those its conditions find. */
    boolean reshapes() {
        return distinct
                || !groupBy.isEmpty()
                || !(having instanceof NeutralNode)
                || range.cuts()
                || !remarks.clauses().isEmpty();
    }

    @Override
    public QueryTree tree(Selection<?> selection) {
        List<Source> sources = from.sources();
        if (sources.isEmpty() && !from.joins().isEmpty()) {
            throw new StatementException("FROM has only joins and no table to join them to: begin with from(…)");
        }
        if (range.withTies() && range.orders().isEmpty()) {
            throw new StatementException("limitWithTies(…) needs an order, which tells what rows are equal to the last:"
                    + " add orderBy(…)");
        }
        Node keptRows = where;
        Node keptGroups = having;
        String cursor = range.cursor();
        if (cursor != null) {
            Node behind = new CursorCondition(range.orders(), from).after(cursor);
            if (groupBy.isEmpty()) {
                keptRows = Conditions.join(true, List.of(where, behind));
            } else {
                keptGroups = Conditions.join(true, List.of(having, behind));
            }
        }
        return new SelectTree(
                Selections.items(selection),
                distinct,
                distinctOn,
                sources,
                from.correlation(),
                from.joinTrees(),
                Conditions.clause(from.restricted(keptRows)),
                groupBy,
                Conditions.clause(keptGroups),
                range.orderNodes(),
                range.limitNode(),
                range.offsetNode(),
                range.limitKind(),
                lock,
                remarks);
    }
}
