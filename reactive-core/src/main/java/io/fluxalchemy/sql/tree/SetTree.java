package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set operation over two queries, with its own order and limit. */
public record SetTree(
        Kind kind,
        boolean all,
        QueryTree left,
        QueryTree right,
        List<OrderNode> orderBy,
        @Nullable Node limit,
        @Nullable Node offset)
        implements QueryTree {
    public SetTree {
        orderBy = List.copyOf(orderBy);
    }

    public enum Kind {
        UNION,
        INTERSECT,
        EXCEPT
    }
}
