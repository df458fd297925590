package io.fluxalchemy.sql.tree;

import io.fluxalchemy.type.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of bound values, the right side of IN. Equality sees the type and the number of values rounded up to a power of two:
 * a dialect without arrays pads the list to that size by repeating the last value, so that texts stay few.
 */
public record ValuesNode(SqlType<?> type, List<@Nullable Object> values) implements Node {

    private static final int LARGEST_PADDED = 1 << 15;

    public ValuesNode {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /**
     * The number of markers a dialect without arrays writes: the size rounded up to a power of two; 0 for an empty list. A list so
     * long that padding could pass what a statement may bind is not padded.
     */
    public int paddedSize() {
        if (values.size() > LARGEST_PADDED) {
            return values.size();
        }
        return values.isEmpty() ? 0 : values.size() == 1 ? 1 : Integer.highestOneBit(values.size() - 1) << 1;
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValuesNode that && type.equals(that.type) && paddedSize() == that.paddedSize();
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + paddedSize();
    }

    @Override
    public String toString() {
        return "?" + type.name() + "[" + paddedSize() + "]";
    }
}
