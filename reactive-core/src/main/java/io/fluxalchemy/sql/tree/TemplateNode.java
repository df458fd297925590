package io.fluxalchemy.sql.tree;

import java.util.List;

/** The open door: SQL text with {@code {0}}, {@code {1}} … for the operands. The text comes from code, never from outside. */
public record TemplateNode(String template, List<Node> operands) implements Node {
    public TemplateNode {
        operands = List.copyOf(operands);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
