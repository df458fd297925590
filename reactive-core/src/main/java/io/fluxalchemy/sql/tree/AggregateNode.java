package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of an aggregate: FILTER, DISTINCT and ORDER BY belong to the call itself. */
public record AggregateNode(
        String name,
        boolean distinct,
        List<Node> arguments,
        List<OrderNode> orderBy,
        @Nullable Node filter) implements Node {
    public AggregateNode {
        arguments = List.copyOf(arguments);
        orderBy = List.copyOf(orderBy);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
