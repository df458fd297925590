package io.fluxalchemy.sql.tree;

/** Text compared and ordered by a collation of the database. */
public record CollateNode(Node operand, String collation) implements Node {

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
