package io.fluxalchemy.sql.tree;

/** A query as a value: scalar, or the right side of IN. */
public record QueryNode(QueryTree query) implements Node {
    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
