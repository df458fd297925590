package io.fluxalchemy.sql.tree;

/** An operator with one operand, before or after it. */
public record UnaryNode(UnaryOperator operator, Node operand) implements Node {
    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
