package io.fluxalchemy.sql.tree;

/** The next value of a sequence. */
public record SequenceNode(TableName sequence) implements Node {

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
