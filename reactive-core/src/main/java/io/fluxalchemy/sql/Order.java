package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.OrderNode;

/** One item of ORDER BY. Where NULLs go differs between databases unless it is said. */
public record Order(Expression<?> expression, boolean ascending, Nulls nulls) {

    /** Where NULLs go. */
    public enum Nulls {
        /** Where the database puts them. */
        DEFAULT,
        FIRST,
        LAST
    }

    public Order nullsFirst() {
        return new Order(expression, ascending, Nulls.FIRST);
    }

    public Order nullsLast() {
        return new Order(expression, ascending, Nulls.LAST);
    }

    OrderNode node() {
        return new OrderNode(expression.node(), ascending, nulls == Nulls.DEFAULT ? null : nulls == Nulls.FIRST);
    }
}
