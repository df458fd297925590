package io.fluxalchemy.mapping.model;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.sql.SelectItem;
import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.sql.Selection;
import io.fluxalchemy.sql.TableExpression;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.InNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.TupleNode;
import io.fluxalchemy.sql.tree.UnaryNode;
import io.fluxalchemy.sql.tree.UnaryOperator;
import io.fluxalchemy.sql.tree.ValueNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An embeddable within a table, as queries use it; generated classes extend it and declare its columns. Immutable.
 *
 * @param <T> the embeddable's class
 */
public abstract class Embedded<T> implements Selectable<T> {

    private final TableExpression table;
    private final EmbeddableModel<T> model;

    protected Embedded(TableExpression table, EmbeddableModel<T> model) {
        this.table = table;
        this.model = model;
    }

    /** The column that keeps an attribute of the embeddable in this table. */
    protected final String columnName(String attribute) {
        return model.column(attribute);
    }

    public final EmbeddableModel<T> model() {
        return model;
    }

    /** Every column of the embeddable; null where all of them are NULL. */
    @Override
    public final Selection<T> selection() {
        List<SelectItem> items = model.attributes().stream()
                .map(part -> new SelectItem(column(part), part.type(), null))
                .toList();
        return new Selection<>(items, this::read, List.of(table));
    }

    private @Nullable T read(RowValues row, int from) {
        @Nullable Object[] values = new @Nullable Object[model.attributes().size()];
        boolean isPresent = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(from + i);
            isPresent |= values[i] != null;
        }
        return isPresent ? model.create().apply(values) : null;
    }

    /** Equal in every column; a null in the value asks for NULL. */
    public final Condition eq(T value) {
        @Nullable Object[] parts = model.parts(value);
        List<Node> equal = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            BasicAttribute<T, ?> part = model.attributes().get(i);
            equal.add(
                    parts[i] == null
                            ? new UnaryNode(UnaryOperator.IS_NULL, column(part))
                            : new BinaryNode(BinaryOperator.EQ, column(part), new ValueNode(part.type(), parts[i])));
        }
        return new RelationCondition(EntityNodes.and(equal));
    }

    /** Equal to one of these; false for an empty collection. A value with a null in it matches nothing, so it is refused. */
    public final Condition in(Collection<? extends T> values) {
        List<Node> rows = new ArrayList<>();
        for (T value : values) {
            rows.add(row(value));
        }
        Node columns =
                new TupleNode(model.attributes().stream().map(this::column).toList());
        return new RelationCondition(new InNode(columns, new TupleNode(rows), false));
    }

    /** Absent: NULL in every column. */
    public final Condition isNull() {
        return new RelationCondition(EntityNodes.isNull(
                table.source(),
                model.attributes().stream().map(BasicAttribute::column).toList()));
    }

    public final Condition isNotNull() {
        return new RelationCondition(EntityNodes.not(isNull().node()));
    }

    @Override
    public final String describe() {
        return model.attributes().stream()
                .map(BasicAttribute::column)
                .collect(Collectors.joining(", ", table.qualifier() + ".(", ")"));
    }

    @Override
    public final String toString() {
        return describe();
    }

    private Node row(T value) {
        @Nullable Object[] parts = model.parts(value);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            BasicAttribute<T, ?> part = model.attributes().get(i);
            if (parts[i] == null) {
                throw new StatementException(describe() + ".in: " + part.name() + " of " + value
                        + " is null, which equals nothing; ask for it with eq");
            }
            nodes.add(new ValueNode(part.type(), parts[i]));
        }
        return new TupleNode(nodes);
    }

    private Node column(BasicAttribute<T, ?> part) {
        return new ColumnNode(table.source(), part.column());
    }
}
