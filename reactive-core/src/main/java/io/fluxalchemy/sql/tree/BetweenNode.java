package io.fluxalchemy.sql.tree;

/** {@code operand BETWEEN low AND high}. */
public record BetweenNode(Node operand, Node low, Node high) implements Node {
    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
