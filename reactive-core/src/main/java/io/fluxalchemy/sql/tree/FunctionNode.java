package io.fluxalchemy.sql.tree;

import java.util.List;

/** A function call. Portable names are lower case and spelled by the dialect; others are written as they stand. */
public record FunctionNode(String name, List<Node> arguments) implements Node {
    public FunctionNode {
        arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
