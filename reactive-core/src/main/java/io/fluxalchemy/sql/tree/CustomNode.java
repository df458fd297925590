package io.fluxalchemy.sql.tree;

import java.util.List;

/** A construct from outside this library over its operands. */
public record CustomNode(Construct construct, List<Node> operands) implements Node {

    public CustomNode {
        operands = List.copyOf(operands);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
