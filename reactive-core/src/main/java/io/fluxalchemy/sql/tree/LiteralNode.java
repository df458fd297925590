package io.fluxalchemy.sql.tree;

/** A text that is part of the statement, such as the separator of an aggregate; from code, never from outside. */
public record LiteralNode(String text) implements Node {

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
