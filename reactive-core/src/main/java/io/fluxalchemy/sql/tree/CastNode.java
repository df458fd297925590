package io.fluxalchemy.sql.tree;

import io.fluxalchemy.type.SqlType;

/**
 * An explicit conversion to a type.
 *
 * @param orNull whether a text that is none of the type's becomes NULL instead of an error
 */
public record CastNode(Node operand, SqlType<?> type, boolean orNull) implements Node {

    public CastNode(Node operand, SqlType<?> type) {
        this(operand, type, false);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
