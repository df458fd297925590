package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A window: partition, order, and the frame within it, if one is said. */
public record WindowTree(
        List<Node> partitionBy,
        List<OrderNode> orderBy,
        @Nullable FrameTree frame) {

    public WindowTree {
        partitionBy = List.copyOf(partitionBy);
        orderBy = List.copyOf(orderBy);
    }
}
