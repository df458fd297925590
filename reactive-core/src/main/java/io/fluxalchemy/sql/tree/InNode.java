package io.fluxalchemy.sql.tree;

/** {@code operand [NOT] IN haystack}: the haystack is a {@link ValuesNode}, a {@link QueryNode} or a {@link TupleNode} list. */
public record InNode(Node operand, Node haystack, boolean negated) implements Node {
    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
