package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of an aggregate: FILTER, DISTINCT, ORDER BY and WITHIN GROUP belong to the call itself. */
public record AggregateNode(
        String name,
        boolean distinct,
        List<Node> arguments,
        List<OrderNode> orderBy,
        List<OrderNode> withinGroup,
        @Nullable Node filter)
        implements Node {

    public AggregateNode {
        arguments = List.copyOf(arguments);
        orderBy = List.copyOf(orderBy);
        withinGroup = List.copyOf(withinGroup);
    }

    public AggregateNode(
            String name, boolean distinct, List<Node> arguments, List<OrderNode> orderBy, @Nullable Node filter) {
        this(name, distinct, arguments, orderBy, List.of(), filter);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
