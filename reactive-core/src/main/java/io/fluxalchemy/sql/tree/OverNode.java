package io.fluxalchemy.sql.tree;

/** A function over a window. */
public record OverNode(Node function, WindowTree window) implements Node {
    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
