package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.FunctionNode;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.LockTree;
import io.fluxalchemy.sql.tree.NeutralNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.PortableFunction;
import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.SelectTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clauses of one SELECT. */
record SelectClauses(
        boolean distinct,
        FromTables from,
        Node where,
        List<Node> groupBy,
        Node having,
        RowRange range,
        @Nullable LockTree lock)
        implements SelectBody {

    static SelectClauses of(Selection<?> selection) {
        return new SelectClauses(
                false,
                FromTables.impliedBy(selection),
                Conditions.NOTHING,
                List.of(),
                Conditions.NOTHING,
                RowRange.ALL,
                null);
    }

    SelectClauses asDistinct() {
        return new SelectClauses(true, from, where, groupBy, having, range, lock);
    }

    SelectClauses from(UnaryOperator<FromTables> change) {
        return new SelectClauses(distinct, change.apply(from), where, groupBy, having, range, lock);
    }

    SelectClauses andWhere(Condition... conditions) {
        return new SelectClauses(distinct, from, Conditions.all(where, conditions), groupBy, having, range, lock);
    }

    SelectClauses andGroupBy(Selectable<?>... what) {
        List<Node> all = new ArrayList<>(groupBy);
        for (Selectable<?> each : what) {
            each.selection().items().forEach(item -> all.add(item.node()));
        }
        return new SelectClauses(distinct, from, where, List.copyOf(all), having, range, lock);
    }

    SelectClauses andHaving(Condition... conditions) {
        return new SelectClauses(distinct, from, where, groupBy, Conditions.all(having, conditions), range, lock);
    }

    SelectClauses locked(LockTree strength) {
        return new SelectClauses(distinct, from, where, groupBy, having, range, strength);
    }

    @Override
    public SelectClauses range(RowRange changed) {
        return new SelectClauses(distinct, from, where, groupBy, having, changed, lock);
    }

    @Override
    public SelectClauses selecting(Selection<?> selection) {
        return from(tables -> tables.implying(selection));
    }

    /** The query whose one value is all rows of this one, as a JSON array of arrays. */
    SelectTree listed(Selection<?> selection) {
        if (distinct
                || !groupBy.isEmpty()
                || !(having instanceof NeutralNode)
                || range.limit() != null
                || range.offset() != null
                || range.cursor() != null
                || lock != null) {
            throw new StatementException(
                    "list(query) lists every row its conditions find: it takes no distinct, groupBy, having,"
                            + " limit, offset, after or lock");
        }
        Node row = new FunctionNode(
                PortableFunction.JSON_ROW,
                selection.items().stream().map(SelectItem::node).toList());
        Node rows = new AggregateNode(PortableFunction.JSON_ROWS, false, List.of(row), range.orderNodes(), null);
        return new SelectTree(
                List.of(new ItemTree(rows, null)),
                false,
                from.sources(),
                from.joinTrees(),
                Conditions.clause(from.restricted(where)),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
    }

    @Override
    public QueryTree tree(Selection<?> selection) {
        if (from.sources().isEmpty() && !from.joins().isEmpty()) {
            throw new StatementException("FROM has only joins and no table to join them to: begin with from(…)");
        }
        Node keptRows = where;
        Node keptGroups = having;
        String cursor = range.cursor();
        if (cursor != null) {
            Node behind = new CursorCondition(range.orders(), from).after(cursor);
            if (groupBy.isEmpty()) {
                keptRows = Conditions.join(true, Stream.of(where, behind));
            } else {
                keptGroups = Conditions.join(true, Stream.of(having, behind));
            }
        }
        return new SelectTree(
                Selections.items(selection),
                distinct,
                from.sources(),
                from.joinTrees(),
                Conditions.clause(from.restricted(keptRows)),
                groupBy,
                Conditions.clause(keptGroups),
                range.orderNodes(),
                range.limitNode(),
                range.offsetNode(),
                lock);
    }
}
