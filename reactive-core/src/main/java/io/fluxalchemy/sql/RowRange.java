package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.LimitKind;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.OrderNode;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a query are wanted, and in what order.
 *
 * @param limit a number of rows
 * @param percent a share of the rows; null where {@code limit} says how many, or nothing does
 */
record RowRange(
        List<Order> orders,
        @Nullable Long limit,
        @Nullable Double percent,
        boolean withTies,
        @Nullable Long offset,
        @Nullable String cursor) {

    static final RowRange ALL = new RowRange(List.of(), null, null, false, null, null);

    RowRange orderBy(Collection<Order> more) {
        List<Order> all = new ArrayList<>(orders);
        all.addAll(more);
        return new RowRange(List.copyOf(all), limit, percent, withTies, offset, cursor);
    }

    RowRange limit(long rows) {
        return new RowRange(orders, notNegative("limit", rows), null, false, offset, cursor);
    }

    RowRange limitWithTies(long rows) {
        return new RowRange(orders, notNegative("limitWithTies", rows), null, true, offset, cursor);
    }

    RowRange limitPercent(double share) {
        if (!(share >= 0 && share <= 100)) {
            throw new StatementException("limitPercent(" + share + "): a percentage is a number from 0 to 100");
        }
        return new RowRange(orders, null, share, false, offset, cursor);
    }

    RowRange offset(long rows) {
        return new RowRange(orders, limit, percent, withTies, notNegative("offset", rows), cursor);
    }

    RowRange after(@Nullable String position) {
        return new RowRange(orders, limit, percent, withTies, offset, position);
    }

    /** Whether it leaves out rows. */
    boolean cuts() {
        return limit != null || percent != null || offset != null || cursor != null;
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
        if (percent != null) {
            return new ValueNode(Types.DOUBLE, percent);
        }
        return limit == null ? null : new ValueNode(Types.BIGINT, limit);
    }

    LimitKind limitKind() {
        return percent != null ? LimitKind.PERCENT : withTies ? LimitKind.WITH_TIES : LimitKind.ROWS;
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
