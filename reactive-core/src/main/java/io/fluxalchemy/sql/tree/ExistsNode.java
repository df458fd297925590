package io.fluxalchemy.sql.tree;

/** {@code EXISTS (query)}. */
public record ExistsNode(QueryTree query) implements Node {
    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
