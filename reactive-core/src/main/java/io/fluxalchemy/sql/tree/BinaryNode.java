package io.fluxalchemy.sql.tree;

/** An operator between two operands. */
public record BinaryNode(BinaryOperator operator, Node left, Node right) implements Node {
    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
