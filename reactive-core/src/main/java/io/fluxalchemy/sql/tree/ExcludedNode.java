package io.fluxalchemy.sql.tree;

/** In an upsert, the value the rejected row wanted to give this column. */
public record ExcludedNode(String column) implements Node {
    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
