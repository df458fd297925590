package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.sql.tree.ValuesSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Java values as a table of a query: {@code values("v", people).set(AUTHORS.id, Person::id)}. Its columns have name, type and
 * kind of the expressions they are set by. Immutable.
 *
 * @param <P> the class of the objects that give the rows
 */
public final class ValuesTable<P> implements TableExpression {

    private final List<P> rows;
    private final List<Expression<?>> columns;
    private final ValuesSource source;

    ValuesTable(String alias, List<P> rows) {
        this(rows, List.of(), new ValuesSource(List.of(), Collections.nCopies(rows.size(), List.of()), alias));
    }

    private ValuesTable(List<P> rows, List<Expression<?>> columns, ValuesSource source) {
        this.rows = rows;
        this.columns = columns;
        this.source = source;
    }

    /**
     * Adds a column: named after this one, or by the label of this expression, with the values the function takes from the
     * objects; null is NULL.
     */
    public <T> ValuesTable<P> set(Expression<T> like, Function<? super P, ? extends @Nullable T> value) {
        String name = Selections.of(like, List.of()).items().get(0).label();
        if (name == null) {
            throw new StatementException(source.alias() + ": a column like " + like.describe()
                    + " needs a name; give the expression one with as(\"…\")");
        } else if (source.columns().contains(name)) {
            throw new StatementException(source.alias() + " would have two columns called " + name);
        }
        List<List<Node>> filled = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            T each = value.apply(rows.get(i));
            filled.add(plus(source.rows().get(i), new ValueNode(Widening.of(like.type()), each)));
        }
        return new ValuesTable<>(
                rows, plus(columns, like), new ValuesSource(plus(source.columns(), name), filled, source.alias()));
    }

    private static <E> List<E> plus(List<E> list, E more) {
        List<E> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }

    /** The column that was set by this expression, of the same kind. */
    public <T, E extends Expression<T>> E column(ExpressionOf<T, E> like) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).node().equals(like.node())
                    && Objects.equals(columns.get(i).label(), like.label())) {
                return like.with(new ColumnNode(source, source.columns().get(i)), null);
            }
        }
        throw new StatementException(
                source.alias() + " has no column for " + like.describe() + "; it has " + source.columns());
    }

    /** @throws StatementException if no column was set */
    @Override
    public ValuesSource source() {
        if (columns.isEmpty()) {
            throw new StatementException(
                    "values(\"" + source.alias() + "\", …) sets no column: add set(column, function)");
        } else if (rows.isEmpty()) {
            throw new StatementException("values(\"" + source.alias()
                    + "\", …) has no row, which SQL cannot say: leave the query out, or give one row");
        }
        return source;
    }
}
