package io.fluxalchemy.sql.tree;

import io.fluxalchemy.type.SqlType;

/** An explicit conversion to a type. */
public record CastNode(Node operand, SqlType<?> type) implements Node {
    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
