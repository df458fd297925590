package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.Range;
import io.fluxalchemy.type.RangeElements;
import org.jspecify.annotations.Nullable;

/** A range of values; PostgreSQL. Nothing overlaps an empty range, and every range contains it. */
public interface RangeExpression<T extends Comparable<? super T>> extends ExpressionOf<Range<T>, RangeExpression<T>> {

    @Override
    default RangeExpression<T> with(Node node, @Nullable String label) {
        return new ComputedRange<>(node, type(), label);
    }

    /** Whether the value is in the range. */
    default Condition contains(T value) {
        return Conditions.of(
                new BinaryNode(BinaryOperator.RANGE_CONTAINS, node(), new ValueNode(RangeElements.of(type()), value)));
    }

    /** Whether the value is in the range. */
    default Condition contains(Expression<T> value) {
        return Comparison.of(BinaryOperator.RANGE_CONTAINS, this, value);
    }

    /** Whether all of the other range is in this one. */
    default Condition containsAll(Range<T> other) {
        return Comparison.of(BinaryOperator.RANGE_CONTAINS, this, other, "containsAll");
    }

    /** Whether a value is in both ranges. */
    default Condition overlaps(Range<T> other) {
        return Comparison.of(BinaryOperator.RANGE_OVERLAPS, this, other, "overlaps");
    }

    /** Whether a value is in both ranges. */
    default Condition overlaps(Expression<Range<T>> other) {
        return Comparison.of(BinaryOperator.RANGE_OVERLAPS, this, other);
    }

    /** Whether this range ends before the other one begins. */
    default Condition isBefore(Range<T> other) {
        return Comparison.of(BinaryOperator.RANGE_BEFORE, this, other, "isBefore");
    }
}
