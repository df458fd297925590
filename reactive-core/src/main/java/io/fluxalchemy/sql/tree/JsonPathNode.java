package io.fluxalchemy.sql.tree;

import java.util.List;

/** A step into a JSON document; {@code asText} takes the leaf as text, otherwise as JSON. */
public record JsonPathNode(Node document, List<String> steps, boolean asText) implements Node {
    public JsonPathNode {
        steps = List.copyOf(steps);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
