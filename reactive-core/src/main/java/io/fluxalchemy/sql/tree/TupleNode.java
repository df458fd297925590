package io.fluxalchemy.sql.tree;

import java.util.List;

/** A row value {@code (a, b, …)}. */
public record TupleNode(List<Node> elements) implements Node {
    public TupleNode {
        elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
