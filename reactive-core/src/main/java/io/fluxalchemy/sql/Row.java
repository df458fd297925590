package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.InNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.QueryNode;
import io.fluxalchemy.sql.tree.TupleNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values side by side: one item of a select list, or SQL's row value, compared from left to right. Immutable.
 *
 * @param <S> the row's own class
 */
public abstract sealed class Row<S extends Row<S>> implements Selectable<SqlRow>
        permits Row2, Row3, Row4, Row5, Row6, Row7, Row8, Row9, Row10, Row11, Row12 {

    private final Items items;

    Row(Items items) {
        this.items = items;
    }

    public final Condition eq(S other) {
        return compare(BinaryOperator.EQ, other);
    }

    public final Condition ne(S other) {
        return compare(BinaryOperator.NE, other);
    }

    public final Condition lt(S other) {
        return compare(BinaryOperator.LT, other);
    }

    public final Condition le(S other) {
        return compare(BinaryOperator.LE, other);
    }

    public final Condition gt(S other) {
        return compare(BinaryOperator.GT, other);
    }

    public final Condition ge(S other) {
        return compare(BinaryOperator.GE, other);
    }

    /** Equal to one of these rows; false for none. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition in(S... rows) {
        return in(Arrays.stream(rows).<Node>map(Row::tuple).toList());
    }

    /** Equal to one of the query's rows, which have as many items as this. */
    public final Condition in(Select<?> query) {
        int width = items.selected().size();
        int found = query.selection().items().size();
        if (width != found) {
            throw new StatementException(
                    describe() + ".in(query) needs a query of " + width + " items, this one selects " + found);
        }
        return Conditions.of(new InNode(tuple(), new QueryNode(query.tree()), false));
    }

    final <P> Condition in(Collection<? extends P> rows, List<Function<? super P, ?>> functions) {
        List<Expression<?>> columns = expressions();
        List<Node> tuples = new ArrayList<>(rows.size());
        for (P row : rows) {
            tuples.add(new TupleNode(IntStream.range(0, columns.size())
                    .<Node>mapToObj(i ->
                            Comparison.value(columns.get(i), functions.get(i).apply(row), "in"))
                    .toList()));
        }
        return in(tuples);
    }

    private Condition in(List<Node> tuples) {
        return Conditions.of(new InNode(tuple(), new TupleNode(tuples), false));
    }

    private Condition compare(BinaryOperator operator, Row<?> other) {
        return Conditions.of(new BinaryNode(operator, tuple(), other.tuple()));
    }

    private TupleNode tuple() {
        return new TupleNode(expressions().stream().<Node>map(Expression::node).toList());
    }

    private List<Expression<?>> expressions() {
        List<Expression<?>> expressions = new ArrayList<>();
        for (Selectable<?> each : items.selected()) {
            if (!(each instanceof Expression<?> expression)) {
                throw new StatementException(
                        describe() + " cannot be compared: " + each.describe() + " is more than one value");
            }
            expressions.add(expression);
        }
        return expressions;
    }

    final <Z> Projection<Z> projection(Function<@Nullable Object[], ? extends Z> function) {
        return new Projection<>(items.into(function), describe());
    }

    @Override
    public final Selection<SqlRow> selection() {
        return items.rows();
    }

    @Override
    public final String describe() {
        return items.describe();
    }
}
