package io.fluxalchemy.sql.tree;

/** A column of one of the statement's sources. */
public record ColumnNode(Source source, String name) implements Node {
    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
