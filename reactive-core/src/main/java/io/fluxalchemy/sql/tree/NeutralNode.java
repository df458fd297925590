package io.fluxalchemy.sql.tree;

/** A condition that was dropped: neutral in AND, OR and NOT, and absent from the SQL. */
public record NeutralNode() implements Node {
    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
