package io.fluxalchemy.sql.tree;

import java.util.List;

/** AND or OR of any number of operands; neutral operands are dropped when it is made. */
public record LogicNode(boolean conjunction, List<Node> operands) implements Node {
    public LogicNode {
        operands = List.copyOf(operands);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
