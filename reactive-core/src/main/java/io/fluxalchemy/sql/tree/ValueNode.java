package io.fluxalchemy.sql.tree;

import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A bound value. Equality sees the type and not the value: statements that differ in values only share one compiled text.
 *
 * @param column the column it is written to or compared with, for messages; null where there is none
 */
public record ValueNode(
        SqlType<?> type, @Nullable Object value, @Nullable String column) implements Node {

    /** A value that goes with no column. */
    public ValueNode(SqlType<?> type, @Nullable Object value) {
        this(type, value, null);
    }

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
