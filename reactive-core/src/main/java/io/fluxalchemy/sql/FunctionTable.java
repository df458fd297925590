package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.FunctionNode;
import io.fluxalchemy.sql.tree.FunctionSource;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A function in FROM. Its arguments may use the tables that stand before it, so that {@code unnest(BOOK.keywords)} gives the
 * elements of each row. Immutable.
 *
 * @param <E> the kind of its value
 */
public final class FunctionTable<E> implements TableExpression {

    private static final String ORDINALITY = "ordinality";

    private final FunctionSource source;
    private final Function<Node, E> kind;

    FunctionTable(FunctionNode call, List<String> columns, Function<Node, E> kind) {
        this(new FunctionSource(call, call.name(), columns, false), kind);
    }

    private FunctionTable(FunctionSource source, Function<Node, E> kind) {
        this.source = source;
        this.kind = kind;
    }

    /** The same under another name. */
    public FunctionTable<E> as(String alias) {
        return new FunctionTable<>(
                new FunctionSource(source.call(), Labels.require(alias), source.columns(), source.ordinality()), kind);
    }

    /** With a last column that counts the rows from 1. */
    public FunctionTable<E> withOrdinality() {
        if (source.ordinality()) {
            return this;
        }
        List<String> columns = new ArrayList<>(source.columns());
        columns.add(ORDINALITY);
        return new FunctionTable<>(new FunctionSource(source.call(), source.alias(), columns, true), kind);
    }

    /** The value of a row, which is its first column. */
    public E value() {
        return kind.apply(new ColumnNode(source, source.columns().get(0)));
    }

    /** The row's number. */
    public NumericExpression<Long> ordinality() {
        if (!source.ordinality()) {
            throw new StatementException(qualifier() + ": say withOrdinality() to number its rows");
        }
        return new ComputedNumber<>(new ColumnNode(source, ORDINALITY), Types.BIGINT, null);
    }

    /** The column of this name; its type is said with {@code asText()}, {@code asNumber(…)} and the like. */
    public RawExpression column(String name) {
        if (!source.columns().contains(name)) {
            throw new StatementException(qualifier() + " has no column " + name + "; it has " + source.columns());
        }
        return new RawExpression(new ColumnNode(source, name));
    }

    @Override
    public FunctionSource source() {
        return source;
    }
}
