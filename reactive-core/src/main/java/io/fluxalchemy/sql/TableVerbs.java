package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Construct;
import io.fluxalchemy.sql.tree.CustomNode;
import io.fluxalchemy.sql.tree.FunctionNode;
import io.fluxalchemy.sql.tree.InNode;
import io.fluxalchemy.sql.tree.LogicNode;
import io.fluxalchemy.sql.tree.PortableFunction;
import io.fluxalchemy.sql.tree.QuantifiedNode;
import io.fluxalchemy.sql.tree.SequenceNode;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.sql.tree.TupleNode;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.util.Collection;
import java.util.List;

/** Tables that are made within a query, and what compares a value with many. */
abstract class TableVerbs extends SelectVerbs {

    /** Java values as a table: {@code set} then says what columns there are, and how a value is taken from an object. */
    public static <P> ValuesTable<P> values(String alias, Collection<? extends P> rows) {
        return new ValuesTable<>(Labels.require(alias), List.copyOf(rows));
    }

    /** The whole numbers from one to another, both included, as a table. */
    public static FunctionTable<NumericExpression<Long>> series(long first, long last) {
        return series(
                new ComputedNumber<>(new ValueNode(Types.BIGINT, first), Types.BIGINT, null),
                new ComputedNumber<>(new ValueNode(Types.BIGINT, last), Types.BIGINT, null));
    }

    /** The whole numbers from one to another, both included, as a table. */
    public static <N extends Number> FunctionTable<NumericExpression<N>> series(
            NumericExpression<N> first, NumericExpression<N> last) {
        return new FunctionTable<>(
                new FunctionNode(PortableFunction.SERIES, List.of(first.node(), last.node())),
                List.of("value"),
                node -> first.with(node, null));
    }

    /** The elements of an array as a table. */
    public static <E> FunctionTable<ValueExpression<E>> unnest(ArrayExpression<List<E>, E> array, SqlType<E> element) {
        return new FunctionTable<>(
                new FunctionNode(PortableFunction.UNNEST, List.of(array.node())),
                List.of("value"),
                node -> new ComputedValue<>(node, element, null));
    }

    /** The database's function of this name as a table, and names for its columns. */
    public static FunctionTable<RawExpression> table(String function, List<String> columns, Object... arguments) {
        if (columns.isEmpty()) {
            throw new StatementException("table(\"" + function + "\", …): name the columns it has");
        }
        return new FunctionTable<>(
                new FunctionNode(
                        Operands.functionName(function), Operands.nodes("table(\"" + function + "\", …)", arguments)),
                columns,
                RawExpression::new);
    }

    /** On the right of a comparison: true if it is for one of the query's values. */
    public static <T> Expression<T> anyOf(Query<T> query) {
        return quantified(false, query, "anyOf(query)");
    }

    /** On the right of a comparison: true if it is for all of the query's values. */
    public static <T> Expression<T> allOf(Query<T> query) {
        return quantified(true, query, "allOf(query)");
    }

    /** On the right of a comparison: true if it is for one of the array's elements. */
    public static <E> Expression<E> anyOf(ArrayExpression<List<E>, E> array, SqlType<E> element) {
        return new ComputedValue<>(new QuantifiedNode(false, array.node()), element, null);
    }

    /** On the right of a comparison: true if it is for all of the array's elements. */
    public static <E> Expression<E> allOf(ArrayExpression<List<E>, E> array, SqlType<E> element) {
        return new ComputedValue<>(new QuantifiedNode(true, array.node()), element, null);
    }

    @SuppressWarnings("unchecked") // a query of one item of this type
    private static <T> Expression<T> quantified(boolean all, Query<T> query, String place) {
        QuantifiedNode node = new QuantifiedNode(all, Comparison.oneColumn(query, place));
        SqlType<T> type = (SqlType<T>) query.selection().items().get(0).type();
        return new ComputedValue<>(node, type, null);
    }

    /** A condition that is always true. */
    public static Condition always() {
        return Conditions.of(new LogicNode(true, List.of()));
    }

    /** A condition that is never true. */
    public static Condition never() {
        return Conditions.of(new InNode(new TupleNode(List.of()), new TupleNode(List.of()), false));
    }

    /** An expression of your own, which each dialect spells in its way; its type is said next. */
    public static RawExpression construct(Construct construct, Object... operands) {
        return new RawExpression(new CustomNode(construct, Operands.nodes(construct.name() + "(…)", operands)));
    }

    /** The rows a command wrote, as a table of a query: it runs once, with the query. */
    public static DerivedTable cte(String name, Returning<?> command) {
        return DerivedTable.writing(name, command);
    }

    /** The next value of a sequence of the database; {@code Generation.Sequence} knows those of a schema in code. */
    public static NumericExpression<Long> nextValue(TableName sequence) {
        return new ComputedNumber<>(new SequenceNode(sequence), Types.BIGINT, null);
    }

    /** A number from 0, below 1, another one in each row. */
    public static NumericExpression<Double> random() {
        return new ComputedNumber<>(new FunctionNode(PortableFunction.RANDOM, List.of()), Types.DOUBLE, null);
    }

    /**
     * About so many percent of a table's rows, each chosen by chance: {@code from(sample(BOOK, 10))}. The columns are the table's own.
     */
    public static TableExpression sample(TableExpression table, double percent) {
        return SampledTable.of(table, percent);
    }
}
