package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.CastNode;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.ExcludedNode;
import io.fluxalchemy.sql.tree.FunctionNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.PortableFunction;
import io.fluxalchemy.sql.tree.TemplateNode;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Functions of single values, values themselves, and the doors to functions and operators that have no verb here. */
abstract class ScalarVerbs {

    /** The value, or the fallback where it is NULL. */
    public static <T, E extends Expression<T>> E coalesce(ExpressionOf<T, E> expression, T fallback) {
        return call(PortableFunction.COALESCE, expression, List.of(Comparison.value(expression, fallback, "coalesce")));
    }

    /** The first of these that is not NULL. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T, E extends Expression<T>> E coalesce(ExpressionOf<T, E> expression, Expression<T>... more) {
        return call(
                PortableFunction.COALESCE,
                expression,
                List.of(more).stream().map(Expression::node).toList());
    }

    /** NULL where the expression has this value, else the expression. */
    public static <T, E extends Expression<T>> E nullIf(ExpressionOf<T, E> expression, T value) {
        return call(PortableFunction.NULLIF, expression, List.of(Comparison.value(expression, value, "nullIf")));
    }

    private static <T, E extends Expression<T>> E call(String name, ExpressionOf<T, E> first, List<Node> more) {
        List<Node> arguments = new ArrayList<>(List.of(first.node()));
        arguments.addAll(more);
        return first.with(new FunctionNode(name, arguments), null);
    }

    /** In {@code doUpdate}: what the insert would have given the column. */
    public static <T, E extends Expression<T>> E excluded(ExpressionOf<T, E> column) {
        if (column.node() instanceof ColumnNode node) {
            return column.with(new ExcludedNode(node.name()), null);
        }
        throw new StatementException(
                "excluded(" + column.describe() + "): only a column has a value the insert would give it");
    }

    public static TextExpression lower(Expression<String> expression) {
        return text(expression).lower();
    }

    public static TextExpression upper(Expression<String> expression) {
        return text(expression).upper();
    }

    public static TextExpression trim(Expression<String> expression) {
        return text(expression).trim();
    }

    /** The number of characters. */
    public static NumericExpression<Integer> length(Expression<String> expression) {
        return text(expression).length();
    }

    /** The texts one after the other, other values as the database writes them; NULL where one is NULL. */
    public static TextExpression concat(Expression<?>... expressions) {
        if (expressions.length == 0) {
            throw new StatementException("concat() needs at least one expression");
        }
        Node all = asText(expressions[0]);
        for (int i = 1; i < expressions.length; i++) {
            all = new BinaryNode(BinaryOperator.CONCAT, all, asText(expressions[i]));
        }
        return new ComputedText(all, Types.TEXT, null);
    }

    private static Node asText(Expression<?> expression) {
        return expression.type().javaType() == String.class
                ? expression.node()
                : new CastNode(expression.node(), Types.TEXT);
    }

    /** The distance from zero. */
    public static <N extends Number> NumericExpression<N> abs(NumericExpression<N> expression) {
        return call(PortableFunction.ABS, expression, List.of());
    }

    /** When the transaction began, by the database's clock. */
    public static TemporalExpression<Instant> now() {
        return new ComputedTemporal<>(new FunctionNode(PortableFunction.NOW, List.of()), Types.TIMESTAMP, null);
    }

    /** The date when the transaction began, by the database's clock and the session's zone. */
    public static TemporalExpression<LocalDate> today() {
        return new ComputedTemporal<>(new FunctionNode(PortableFunction.TODAY, List.of()), Types.DATE, null);
    }

    /** The same value with the verbs of text, where its kind was lost, as a sub-query's and a case's is. */
    public static TextExpression text(Expression<String> expression) {
        return new ComputedText(expression.node(), expression.type(), expression.label());
    }

    /** The same value with the verbs of numbers, where its kind was lost, as a sub-query's and a case's is. */
    public static <N extends Number> NumericExpression<N> number(Expression<N> expression) {
        return new ComputedNumber<>(expression.node(), expression.type(), expression.label());
    }

    public static <T> Case<T> caseWhen(Condition condition, T then) {
        SqlType<T> type = ValueTypes.typeOf(then, "caseWhen(…)");
        return Case.of(type, condition, new ValueNode(type, then));
    }

    public static <T> Case<T> caseWhen(Condition condition, Expression<T> then) {
        return Case.of(Widening.of(then.type()), condition, then.node());
    }

    public static TextExpression value(String value) {
        return new ComputedText(new ValueNode(Types.TEXT, value), Types.TEXT, null);
    }

    public static <N extends Number> NumericExpression<N> value(N value) {
        SqlType<N> type = ValueTypes.typeOf(value, "value(…)");
        return new ComputedNumber<>(new ValueNode(type, value), type, null);
    }

    public static Condition value(Boolean value) {
        return Conditions.of(new ValueNode(Types.BOOLEAN, value));
    }

    public static <T> ValueExpression<T> value(T value) {
        return value(value, ValueTypes.typeOf(value, "value(…)"));
    }

    /** A value bound as this type. */
    public static <T> ValueExpression<T> value(T value, SqlType<T> type) {
        return new ComputedValue<>(new ValueNode(type, value), type, null);
    }

    /**
     * SQL as it stands, with {@code {0}}, {@code {1}} … for the operands: expressions, queries, or values to bind. The text must
     * come from code, never from outside.
     */
    public static RawExpression template(String sql, Object... operands) {
        return new RawExpression(new TemplateNode(
                Operands.template(sql, operands.length), Operands.nodes("template(\"" + sql + "\", …)", operands)));
    }

    /** A call of the database's function of this name. */
    public static RawExpression call(String function, Object... arguments) {
        return new RawExpression(new FunctionNode(
                Operands.functionName(function), Operands.nodes("call(\"" + function + "\", …)", arguments)));
    }

    /** The value converted by the database to the type said next: {@code cast(x).asNumber(BIGINT)}. */
    public static RawExpression cast(Expression<?> expression) {
        return new RawExpression(expression.node(), RawExpression.Said.CAST);
    }

    /** The text converted as {@link #cast} does, NULL where it is no text of that type: {@code tryCast(x).asNumber(BIGINT)}. */
    public static RawExpression tryCast(Expression<String> text) {
        return new RawExpression(text.node(), RawExpression.Said.CAST_OR_NULL);
    }
}
