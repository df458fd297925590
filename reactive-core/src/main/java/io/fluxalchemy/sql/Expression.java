package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.BetweenNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.UnaryNode;
import io.fluxalchemy.sql.tree.UnaryOperator;
import io.fluxalchemy.type.SqlType;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A value in a statement: what every kind of expression can do. Immutable; nothing here talks to a database.
 *
 * <p>Java values are bound, never written into SQL. A null value in a comparison is an error when the comparison is made, since
 * SQL's comparisons with NULL are never true: the {@code …If} forms drop the condition instead, {@link #isNull()} asks for NULL.
 */
public interface Expression<T> extends Selectable<T> {

    Node node();

    SqlType<T> type();

    /** The label it is selected under, or null. */
    default @Nullable String label() {
        return null;
    }

    @Override
    default Selection<T> selection() {
        return Selections.of(this, SourceTable.ofAll(node()));
    }

    @Override
    default String describe() {
        String label = label();
        return label == null ? Description.of(node()) : label;
    }

    default Condition eq(T value) {
        return Comparison.of(BinaryOperator.EQ, this, value, "eq");
    }

    default Condition eq(Expression<T> other) {
        return Comparison.of(BinaryOperator.EQ, this, other);
    }

    default Condition ne(T value) {
        return Comparison.of(BinaryOperator.NE, this, value, "ne");
    }

    default Condition ne(Expression<T> other) {
        return Comparison.of(BinaryOperator.NE, this, other);
    }

    default Condition lt(T value) {
        return Comparison.of(BinaryOperator.LT, this, value, "lt");
    }

    default Condition lt(Expression<T> other) {
        return Comparison.of(BinaryOperator.LT, this, other);
    }

    default Condition le(T value) {
        return Comparison.of(BinaryOperator.LE, this, value, "le");
    }

    default Condition le(Expression<T> other) {
        return Comparison.of(BinaryOperator.LE, this, other);
    }

    default Condition gt(T value) {
        return Comparison.of(BinaryOperator.GT, this, value, "gt");
    }

    default Condition gt(Expression<T> other) {
        return Comparison.of(BinaryOperator.GT, this, other);
    }

    default Condition ge(T value) {
        return Comparison.of(BinaryOperator.GE, this, value, "ge");
    }

    default Condition ge(Expression<T> other) {
        return Comparison.of(BinaryOperator.GE, this, other);
    }

    /** Both ends included. */
    default Condition between(T low, T high) {
        return Conditions.of(new BetweenNode(
                node(), Comparison.value(this, low, "between"), Comparison.value(this, high, "between")));
    }

    /** Equal to one of these; false for no value at all. */
    @SuppressWarnings("unchecked")
    default Condition in(T... values) {
        return Comparison.in(this, Arrays.asList(values), false);
    }

    /** Equal to one of these; false for an empty collection. */
    default Condition in(Collection<? extends T> values) {
        return Comparison.in(this, values, false);
    }

    /** Equal to one of the query's values; the query selects exactly one item. */
    default Condition in(Query<T> query) {
        return Comparison.in(this, query, false);
    }

    /** Equal to none of these; true for an empty collection. */
    default Condition notIn(Collection<? extends T> values) {
        return Comparison.in(this, values, true);
    }

    /** Equal to none of the query's values. One NULL among them makes this never true: exclude it in the query. */
    default Condition notIn(Query<T> query) {
        return Comparison.in(this, query, true);
    }

    default Condition isNull() {
        return Conditions.of(new UnaryNode(UnaryOperator.IS_NULL, node()));
    }

    default Condition isNotNull() {
        return Conditions.of(new UnaryNode(UnaryOperator.IS_NOT_NULL, node()));
    }

    /** Differs from the value, where NULL differs from every value and not from NULL. */
    default Condition isDistinctFrom(@Nullable T value) {
        return value == null
                ? isNotNull()
                : Comparison.of(BinaryOperator.IS_DISTINCT_FROM, this, value, "isDistinctFrom");
    }

    default Condition isDistinctFrom(Expression<T> other) {
        return Comparison.of(BinaryOperator.IS_DISTINCT_FROM, this, other);
    }

    default Condition eqIf(@Nullable T value) {
        return value == null ? Conditions.NEUTRAL : eq(value);
    }

    default Condition gtIf(@Nullable T value) {
        return value == null ? Conditions.NEUTRAL : gt(value);
    }

    default Condition geIf(@Nullable T value) {
        return value == null ? Conditions.NEUTRAL : ge(value);
    }

    default Condition ltIf(@Nullable T value) {
        return value == null ? Conditions.NEUTRAL : lt(value);
    }

    default Condition leIf(@Nullable T value) {
        return value == null ? Conditions.NEUTRAL : le(value);
    }

    /** Dropped for null only: an empty collection stays a condition, and is false. */
    default Condition inIf(@Nullable Collection<? extends T> values) {
        return values == null ? Conditions.NEUTRAL : in(values);
    }

    default Order asc() {
        return new Order(this, true, Order.Nulls.DEFAULT);
    }

    default Order desc() {
        return new Order(this, false, Order.Nulls.DEFAULT);
    }

    /** The same value under a label of the result. */
    Expression<T> as(String alias);
}
