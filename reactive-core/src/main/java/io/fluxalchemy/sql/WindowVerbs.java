package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.CastNode;
import io.fluxalchemy.sql.tree.FrameBound;
import io.fluxalchemy.sql.tree.FrameTree;
import io.fluxalchemy.sql.tree.FunctionNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.temporal.TemporalAmount;
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

    /** The value in the n-th row of the frame, counted from 1; NULL where there is none. */
    public static <T, E extends Expression<T>> WindowFunction<E> nthValue(ExpressionOf<T, E> expression, int n) {
        return value("nth_value", expression, distance("nthValue", n));
    }

    /** The row's bucket of so many, as equal in size as can be, counted from 1. */
    public static WindowFunction<NumericExpression<Long>> ntile(int buckets) {
        return new WindowCall<>(
                new FunctionNode("ntile", List.of(distance("ntile", buckets))),
                node -> new ComputedNumber<>(node, Types.BIGINT, null));
    }

    /** The share of the other rows of the partition that come before the row, from 0 to 1. */
    public static WindowFunction<NumericExpression<Double>> percentRank() {
        return share("percent_rank");
    }

    /** The share of the partition's rows that do not come after the row, up to 1. */
    public static WindowFunction<NumericExpression<Double>> cumeDist() {
        return share("cume_dist");
    }

    private static WindowFunction<NumericExpression<Double>> share(String name) {
        return new WindowCall<>(
                new FunctionNode(name, List.of()),
                node -> new ComputedNumber<>(new CastNode(node, Types.DOUBLE), Types.DOUBLE, null));
    }

    /** A frame counted in rows. */
    public static Frame rows(Frame.Bound start, Frame.Bound end) {
        return Frame.between(FrameTree.Unit.ROWS, start, end);
    }

    /** A frame by the difference to the current row's order value; the window has one order, of a number or a time. */
    public static Frame range(Frame.Bound start, Frame.Bound end) {
        return Frame.between(FrameTree.Unit.RANGE, start, end);
    }

    /** A frame counted in groups of rows that are equal by the window's order. */
    public static Frame groups(Frame.Bound start, Frame.Bound end) {
        return Frame.between(FrameTree.Unit.GROUPS, start, end);
    }

    public static Frame.Bound unboundedPreceding() {
        return Frame.Bound.of(FrameBound.Kind.UNBOUNDED_PRECEDING);
    }

    public static Frame.Bound preceding(long distance) {
        return Frame.Bound.of(FrameBound.Kind.PRECEDING, BigDecimal.valueOf(distance));
    }

    public static Frame.Bound preceding(BigDecimal distance) {
        return Frame.Bound.of(FrameBound.Kind.PRECEDING, distance);
    }

    /** A length of time before the current row's order value; in {@code range(…)} only. */
    public static Frame.Bound preceding(TemporalAmount distance) {
        return Frame.Bound.of(FrameBound.Kind.PRECEDING, distance);
    }

    public static Frame.Bound currentRow() {
        return Frame.Bound.of(FrameBound.Kind.CURRENT_ROW);
    }

    public static Frame.Bound following(long distance) {
        return Frame.Bound.of(FrameBound.Kind.FOLLOWING, BigDecimal.valueOf(distance));
    }

    public static Frame.Bound following(BigDecimal distance) {
        return Frame.Bound.of(FrameBound.Kind.FOLLOWING, distance);
    }

    /** A length of time behind the current row's order value; in {@code range(…)} only. */
    public static Frame.Bound following(TemporalAmount distance) {
        return Frame.Bound.of(FrameBound.Kind.FOLLOWING, distance);
    }

    public static Frame.Bound unboundedFollowing() {
        return Frame.Bound.of(FrameBound.Kind.UNBOUNDED_FOLLOWING);
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
