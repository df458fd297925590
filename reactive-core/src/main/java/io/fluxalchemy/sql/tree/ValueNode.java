package io.fluxalchemy.sql.tree;

import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A bound value. Equality sees the type and not the value: statements that differ in values only share one compiled text. */
public record ValueNode(SqlType<?> type, @Nullable Object value) implements Node {

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValueNode that && type.equals(that.type);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public String toString() {
        return "?" + type.name();
    }
}
