package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A window: partition, order, and the frame as it stands in SQL without values, such as {@code ROWS BETWEEN 2 PRECEDING AND CURRENT ROW}. */
public record WindowTree(
        List<Node> partitionBy,
        List<OrderNode> orderBy,
        @Nullable String frame) {
    public WindowTree {
        partitionBy = List.copyOf(partitionBy);
        orderBy = List.copyOf(orderBy);
    }
}
