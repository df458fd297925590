package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.FunctionNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Windows and the functions that need one. */
abstract class WindowVerbs extends AggregateVerbs {

    /** All rows of the result. */
    public static Window window() {
        return new Window(List.of());
    }

    /** The rows that have the same values of these as the current row. */
    public static Window partitionBy(Expression<?>... expressions) {
        return new Window(Arrays.stream(expressions).map(Expression::node).toList());
    }

    /** The row's place in its partition, counted from 1. */
    public static WindowFunction<NumericExpression<Long>> rowNumber() {
        return place("row_number");
    }

    /** As {@link #rowNumber()}; equal rows share a place and leave a gap after it. */
    public static WindowFunction<NumericExpression<Long>> rank() {
        return place("rank");
    }

    /** As {@link #rank()}, without gaps. */
    public static WindowFunction<NumericExpression<Long>> denseRank() {
        return place("dense_rank");
    }

    /** The value in the row before; NULL in the first. */
    public static <T, E extends Expression<T>> WindowFunction<E> lag(ExpressionOf<T, E> expression) {
        return value("lag", expression);
    }

    /** The value so many rows before. */
    public static <T, E extends Expression<T>> WindowFunction<E> lag(ExpressionOf<T, E> expression, int rows) {
        return value("lag", expression, distance("lag", rows));
    }

    /** The value in the row after; NULL in the last. */
    public static <T, E extends Expression<T>> WindowFunction<E> lead(ExpressionOf<T, E> expression) {
        return value("lead", expression);
    }

    /** The value so many rows after. */
    public static <T, E extends Expression<T>> WindowFunction<E> lead(ExpressionOf<T, E> expression, int rows) {
        return value("lead", expression, distance("lead", rows));
    }

    /** The value in the first row of the frame. */
    public static <T, E extends Expression<T>> WindowFunction<E> firstValue(ExpressionOf<T, E> expression) {
        return value("first_value", expression);
    }

    /** The value in the last row of the frame, which ends at the current row unless {@link Window#allRows()} is said. */
    public static <T, E extends Expression<T>> WindowFunction<E> lastValue(ExpressionOf<T, E> expression) {
        return value("last_value", expression);
    }

    private static WindowFunction<NumericExpression<Long>> place(String name) {
        return new WindowCall<>(
                new FunctionNode(name, List.of()), node -> new ComputedNumber<>(node, Types.BIGINT, null));
    }

    private static <T, E extends Expression<T>> WindowFunction<E> value(
            String name, ExpressionOf<T, E> expression, Node... more) {
        List<Node> arguments = new ArrayList<>(List.of(expression.node()));
        arguments.addAll(Arrays.asList(more));
        return new WindowCall<>(new FunctionNode(name, arguments), node -> expression.with(node, null));
    }

    private static Node distance(String verb, int rows) {
        if (rows < 0) {
            throw new StatementException(verb + "(…, " + rows + "): the distance in rows cannot be negative");
        }
        return new ValueNode(Types.INTEGER, rows);
    }
}
