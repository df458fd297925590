package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Aggregate functions. All but {@code count} are NULL over no row. */
abstract class AggregateVerbs extends ScalarVerbs {

    /** The number of rows. */
    public static NumericAggregate<Long> count() {
        return new NumberAggregate<>(aggregate("count", false), Types.BIGINT);
    }

    /** The number of rows where this is not NULL. */
    public static NumericAggregate<Long> count(Expression<?> expression) {
        return new NumberAggregate<>(aggregate("count", false, expression), Types.BIGINT);
    }

    /** The number of different values, NULL not counted. */
    public static NumericAggregate<Long> countDistinct(Expression<?> expression) {
        return new NumberAggregate<>(aggregate("count", true, expression), Types.BIGINT);
    }

    /** Read as the class of its operand; a sum that does not fit it is an error when it is read: cast the operand. */
    public static <N extends Number> NumericAggregate<N> sum(NumericExpression<N> expression) {
        return new NumberAggregate<>(aggregate("sum", false, expression), Widening.of(expression.type()));
    }

    public static NumericAggregate<BigDecimal> avg(NumericExpression<?> expression) {
        return new NumberAggregate<>(aggregate("avg", false, expression), Types.NUMERIC);
    }

    public static <N extends Number> NumericAggregate<N> max(NumericExpression<N> expression) {
        return new NumberAggregate<>(aggregate("max", false, expression), expression.type());
    }

    public static <T, E extends Expression<T>> Aggregate<T, E> max(ExpressionOf<T, E> expression) {
        return new KindAggregate<>(aggregate("max", false, expression), expression);
    }

    public static <N extends Number> NumericAggregate<N> min(NumericExpression<N> expression) {
        return new NumberAggregate<>(aggregate("min", false, expression), expression.type());
    }

    public static <T, E extends Expression<T>> Aggregate<T, E> min(ExpressionOf<T, E> expression) {
        return new KindAggregate<>(aggregate("min", false, expression), expression);
    }

    /** The group's values as an array, in this order. */
    public static <T> Aggregate<List<T>, ArrayExpression<List<T>, T>> arrayAgg(
            Expression<T> expression, Order... orders) {
        AggregateNode call = new AggregateNode(
                "array_agg",
                false,
                List.of(expression.node()),
                Arrays.stream(orders).map(Order::node).toList(),
                null);
        SqlType<List<T>> type = Types.arrayOf(expression.type());
        return new KindAggregate<>(call, new ComputedArray<>(call, type, null));
    }

    private static AggregateNode aggregate(String name, boolean distinct, Expression<?>... arguments) {
        return new AggregateNode(
                name, distinct, Arrays.stream(arguments).map(Expression::node).toList(), List.of(), null);
    }

    static AggregateNode filtered(AggregateNode call, Condition condition) {
        Node filter = Conditions.join(
                true, Stream.of(call.filter() == null ? Conditions.NOTHING : call.filter(), condition.node()));
        return new AggregateNode(
                call.name(), call.distinct(), call.arguments(), call.orderBy(), Conditions.clause(filter));
    }
}
