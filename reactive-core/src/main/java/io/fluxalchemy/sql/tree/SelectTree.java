package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT, clause by clause. {@code limit} and {@code offset} are {@link ValueNode}s, so that paging shares one text.
 *
 * @param from sources listed in FROM, explicit ones first, then those implied by the select list
 */
public record SelectTree(
        List<ItemTree> items,
        boolean distinct,
        List<Source> from,
        List<JoinTree> joins,
        @Nullable Node where,
        List<Node> groupBy,
        @Nullable Node having,
        List<OrderNode> orderBy,
        @Nullable Node limit,
        @Nullable Node offset,
        @Nullable LockTree lock)
        implements QueryTree {
    public SelectTree {
        items = List.copyOf(items);
        from = List.copyOf(from);
        joins = List.copyOf(joins);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
    }
}
