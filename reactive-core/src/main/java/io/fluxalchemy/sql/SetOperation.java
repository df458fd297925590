package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.OrderNode;
import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.SetTree;
import io.fluxalchemy.sql.tree.TemplateNode;
import java.util.List;

/** A set operation over two queries, read as the left one is. */
record SetOperation(SetTree.Kind kind, boolean all, Select<?> left, Select<?> right, RowRange range)
        implements SelectBody {

    static SetOperation of(SetTree.Kind kind, boolean all, Select<?> left, Select<?> right) {
        List<SelectItem> ours = left.selection().items();
        List<SelectItem> theirs = right.selection().items();
        String verb = kind.name().toLowerCase(java.util.Locale.ROOT);
        if (ours.size() != theirs.size()) {
            throw new StatementException(verb + ": the left side selects " + ours.size() + " items, the right side "
                    + theirs.size() + "; both must select the same number");
        }
        for (int i = 0; i < ours.size(); i++) {
            Class<?> our = ours.get(i).type().javaType();
            Class<?> their = theirs.get(i).type().javaType();
            if (our != their) {
                throw new StatementException(verb + ": item " + (i + 1) + " is " + our.getSimpleName()
                        + " on the left side ("
                        + Description.of(ours.get(i).node()) + ") and " + their.getSimpleName() + " on the right side ("
                        + Description.of(theirs.get(i).node()) + ")");
            }
        }
        return new SetOperation(kind, all, left, right, RowRange.ALL);
    }

    @Override
    public SetOperation range(RowRange changed) {
        return new SetOperation(kind, all, left, right, changed);
    }

    @Override
    public SelectBody selecting(Selection<?> selection) {
        if (!selection.items().equals(left.selection().items())) {
            throw new StatementException("a union, intersect or except yields the items of its left side and no others:"
                    + " select from it with as(\"…\") to read something else");
        }
        return this;
    }

    @Override
    public QueryTree tree(Selection<?> selection) {
        if (range.cursor() != null) {
            throw new StatementException(
                    "after(cursor) after union, intersect or except: select from the whole with as(\"…\") and"
                            + " page that query");
        }
        return new SetTree(
                kind,
                all,
                left.tree(),
                right.tree(),
                range.orders().stream().map(this::byPosition).toList(),
                range.limitNode(),
                range.offsetNode());
    }

    /** SQL orders a set operation by its result's columns only; their position is how all databases name them. */
    private OrderNode byPosition(Order order) {
        int index = indexOf(order.expression());
        if (index < 0) {
            throw new StatementException("orderBy(" + order.expression().describe()
                    + ") after union, intersect or except: order by an item that the left side selects");
        }
        OrderNode node = order.node();
        return new OrderNode(
                new TemplateNode(Integer.toString(index + 1), List.of()), node.ascending(), node.nullsFirst());
    }

    /** The very expression that is selected first: two that differ in values only are equal to each other. */
    private int indexOf(Expression<?> ordered) {
        List<Node> nodes =
                left.selection().items().stream().map(SelectItem::node).toList();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) == ordered.node()) {
                return i;
            }
        }
        return nodes.indexOf(ordered.node());
    }
}
