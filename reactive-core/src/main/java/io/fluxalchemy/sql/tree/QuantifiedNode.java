package io.fluxalchemy.sql.tree;

/** ANY or ALL of a query's or an array's values; stands on the right of a comparison. */
public record QuantifiedNode(boolean all, Node haystack) implements Node {

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
