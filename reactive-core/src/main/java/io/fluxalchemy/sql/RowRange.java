package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.OrderNode;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows of a query are wanted, and in what order. */
record RowRange(
        List<Order> orders,
        @Nullable Long limit,
        boolean withTies,
        @Nullable Long offset,
        @Nullable String cursor) {

    static final RowRange ALL = new RowRange(List.of(), null, false, null, null);

    RowRange orderBy(Collection<Order> more) {
        List<Order> all = new ArrayList<>(orders);
        all.addAll(more);
        return new RowRange(List.copyOf(all), limit, withTies, offset, cursor);
    }

    RowRange limit(long rows) {
        return new RowRange(orders, notNegative("limit", rows), false, offset, cursor);
    }

    RowRange limitWithTies(long rows) {
        return new RowRange(orders, notNegative("limitWithTies", rows), true, offset, cursor);
    }

    RowRange offset(long rows) {
        return new RowRange(orders, limit, withTies, notNegative("offset", rows), cursor);
    }

    RowRange after(@Nullable String position) {
        return new RowRange(orders, limit, withTies, offset, position);
    }

    List<OrderNode> orderNodes() {
        List<OrderNode> nodes = new ArrayList<>(orders.size());
        for (Order order : orders) {
            nodes.add(order.node());
        }
        return nodes;
    }

    @Nullable
    Node limitNode() {
        return limit == null ? null : new ValueNode(Types.BIGINT, limit);
    }

    @Nullable
    Node offsetNode() {
        return offset == null ? null : new ValueNode(Types.BIGINT, offset);
    }

    private static long notNegative(String verb, long rows) {
        if (rows < 0) {
            throw new StatementException(verb + "(" + rows + "): a number of rows cannot be negative");
        }
        return rows;
    }
}
