package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.OverNode;
import io.fluxalchemy.sql.tree.TableSource;
import io.fluxalchemy.sql.tree.TupleNode;
import io.fluxalchemy.sql.tree.UnaryNode;
import io.fluxalchemy.sql.tree.UnaryOperator;
import io.fluxalchemy.sql.tree.ValueNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The condition that keeps the rows behind a position. One row comparison does it where all items go the same way and none can
 * be NULL. Otherwise it is said item by item, and NULLs are kept, so that they are met and reported instead of skipped.
 */
record CursorCondition(List<Order> orders, FromTables from) {

    Node after(String cursor) {
        if (orders.isEmpty()) {
            throw new StatementException("after(cursor) needs the order the cursor was made by: add orderBy(…)");
        }
        List<Node> nodes = new ArrayList<>();
        List<Node> values = new ArrayList<>();
        List<Object> position = CursorText.decode(orders, cursor);
        for (int i = 0; i < orders.size(); i++) {
            Expression<?> expression = orders.get(i).expression();
            if (expression.node() instanceof OverNode) {
                throw new StatementException(
                        "after(cursor): orderBy(" + expression.describe()
                                + ") is computed over a window, after conditions; select from the query with as(\"…\") and page that");
            }
            nodes.add(expression.node());
            values.add(new ValueNode(Widening.of(expression.type()), position.get(i)));
        }
        return isUniform() ? rows(nodes, values) : stepwise(nodes, values);
    }

    private boolean isUniform() {
        boolean ascending = orders.get(0).ascending();
        return orders.stream().allMatch(order -> order.ascending() == ascending && !mayBeNull(order));
    }

    private Node rows(List<Node> nodes, List<Node> values) {
        return nodes.size() == 1
                ? new BinaryNode(operator(0), nodes.get(0), values.get(0))
                : new BinaryNode(operator(0), new TupleNode(nodes), new TupleNode(values));
    }

    /** a > x or (a = x and b > y) or …; an item that may be NULL adds "or it is null". */
    private Node stepwise(List<Node> nodes, List<Node> values) {
        List<Node> steps = new ArrayList<>();
        List<Node> equal = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node behind = new BinaryNode(operator(i), nodes.get(i), values.get(i));
            if (mayBeNull(orders.get(i))) {
                Node isNull = new UnaryNode(UnaryOperator.IS_NULL, nodes.get(i));
                behind = Conditions.join(false, List.of(behind, isNull));
            }
            List<Node> step = new ArrayList<>(equal);
            step.add(behind);
            steps.add(Conditions.join(true, step));
            equal.add(new BinaryNode(BinaryOperator.EQ, nodes.get(i), values.get(i)));
        }
        return Conditions.join(false, steps);
    }

    private BinaryOperator operator(int index) {
        return orders.get(index).ascending() ? BinaryOperator.GT : BinaryOperator.LT;
    }

    private boolean mayBeNull(Order order) {
        return !(order.expression().node() instanceof ColumnNode column)
                || !(column.source() instanceof TableSource table)
                || table.table().isNullable(column.name())
                || from.mayMiss(table);
    }
}
