package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.CastNode;
import io.fluxalchemy.sql.tree.FunctionNode;
import io.fluxalchemy.sql.tree.GroupingNode;
import io.fluxalchemy.sql.tree.LiteralNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.PortableFunction;
import io.fluxalchemy.sql.tree.TemplateNode;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

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

    /** The group's texts one after the other with the separator between them; the separator is part of the SQL text. */
    public static Aggregate<String, TextExpression> stringAgg(
            ExpressionOf<String, TextExpression> expression, String separator, Order... orders) {
        return new KindAggregate<>(
                new AggregateNode(
                        PortableFunction.STRING_AGG,
                        false,
                        List.of(expression.node(), new LiteralNode(separator)),
                        Arrays.stream(orders).map(Order::node).toList(),
                        null),
                new ComputedText(expression.node(), Types.TEXT, null));
    }

    /** True if the condition is true in every row of the group. */
    public static Aggregate<Boolean, Condition> boolAnd(Condition condition) {
        return new KindAggregate<>(aggregate("bool_and", false, condition), condition);
    }

    /** True if the condition is true in a row of the group. */
    public static Aggregate<Boolean, Condition> boolOr(Condition condition) {
        return new KindAggregate<>(aggregate("bool_or", false, condition), condition);
    }

    /** The value found most often; of several, the first in this order. */
    public static <T, E extends Expression<T>> Aggregate<T, E> mode(ExpressionOf<T, E> expression) {
        return new KindAggregate<>(within("mode", List.of(), expression.asc()), expression);
    }

    /** The first value in this order at or behind the fraction of the group's rows; 0.5 for the lower median. */
    public static <T, E extends Expression<T>> Aggregate<T, E> percentileDisc(
            double fraction, ExpressionOf<T, E> expression) {
        return new KindAggregate<>(
                within("percentile_disc", List.of(fraction("percentileDisc", fraction)), expression.asc()), expression);
    }

    public static <N extends Number> NumericAggregate<N> mode(NumericExpression<N> expression) {
        return new NumberAggregate<>(within("mode", List.of(), expression.asc()), expression.type());
    }

    public static <N extends Number> NumericAggregate<N> percentileDisc(
            double fraction, NumericExpression<N> expression) {
        return new NumberAggregate<>(
                within("percentile_disc", List.of(fraction("percentileDisc", fraction)), expression.asc()),
                expression.type());
    }

    /** The value at the fraction of the group's rows, between two values where it falls between; 0.5 for the median. */
    public static NumericExpression<Double> percentileCont(double fraction, NumericExpression<?> expression) {
        AggregateNode call = within("percentile_cont", List.of(fraction("percentileCont", fraction)), expression.asc());
        return new ComputedNumber<>(new CastNode(call, Types.DOUBLE), Types.DOUBLE, null);
    }

    /** Which of these the row's group does not group by, as bits, the last one's being the lowest. */
    public static NumericExpression<Integer> grouping(Expression<?>... expressions) {
        return new ComputedNumber<>(
                new FunctionNode(
                        "grouping",
                        Arrays.stream(expressions).map(Expression::node).toList()),
                Types.INTEGER,
                null);
    }

    /** Groups by all of these, by all but the last, and so on down to the whole. */
    public static Grouping rollup(Selectable<?>... elements) {
        return Grouping.each(GroupingNode.Kind.ROLLUP, elements);
    }

    /** Groups by every choice of these. */
    public static Grouping cube(Selectable<?>... elements) {
        return Grouping.each(GroupingNode.Kind.CUBE, elements);
    }

    /** Groups by each of these lists, the empty one being the whole. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static Grouping groupingSets(List<? extends Selectable<?>>... sets) {
        return Grouping.sets(GroupingNode.Kind.SETS, Arrays.asList(sets));
    }

    private static AggregateNode within(String name, List<Node> arguments, Order order) {
        return new AggregateNode(name, false, arguments, List.of(), List.of(order.node()), null);
    }

    private static Node fraction(String verb, double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new StatementException(verb + "(" + fraction + ", …): a fraction is a number from 0 to 1");
        }
        return new TemplateNode(BigDecimal.valueOf(fraction).toPlainString(), List.of());
    }

    private static AggregateNode aggregate(String name, boolean distinct, Expression<?>... arguments) {
        return new AggregateNode(
                name, distinct, Arrays.stream(arguments).map(Expression::node).toList(), List.of(), null);
    }

    static AggregateNode filtered(AggregateNode call, Condition condition) {
        Node filter = Conditions.join(
                true, List.of(call.filter() == null ? Conditions.NOTHING : call.filter(), condition.node()));
        return new AggregateNode(
                call.name(),
                call.distinct(),
                call.arguments(),
                call.orderBy(),
                call.withinGroup(),
                Conditions.clause(filter));
    }
}
