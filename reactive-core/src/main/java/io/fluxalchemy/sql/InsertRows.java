package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.ColumnDefault;
import io.fluxalchemy.sql.tree.InNode;
import io.fluxalchemy.sql.tree.InsertTree;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.RemarkTree;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.TupleNode;
import io.fluxalchemy.sql.tree.ValueNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of one row for each of several objects, none included. Immutable; the objects are read when the statement is compiled.
 *
 * @param <P> the class of the objects
 */
@CheckReturnValue
public final class InsertRows<P> extends RemarkedCommand<InsertRows<P>> implements Command {

    private final Target target;
    private final List<P> rows;
    private final List<RowColumn<P>> columns;

    InsertRows(Target target, List<P> rows, List<RowColumn<P>> columns) {
        this.target = target;
        this.rows = rows;
        this.columns = columns;
    }

    /** Gives a column the value the function takes from each object; null is NULL. */
    public <T> InsertRows<P> set(Column<T> column, Function<? super P, ? extends @Nullable T> value) {
        String name = target.written(column);
        if (columns.stream().anyMatch(each -> each.column().name().equals(name))) {
            throw new StatementException("column " + column.describe() + " is set twice");
        }
        List<RowColumn<P>> all = new ArrayList<>(columns);
        all.add(new RowColumn<>(column, value));
        return new InsertRows<>(target, rows, List.copyOf(all));
    }

    /** What to do with a row that another row with the same values in these columns is in the way of. */
    public Upsert onConflict(Column<?>... keys) {
        return new Upsert(target, tree(), Upsert.columns(target, keys));
    }

    /**
     * Inserts the row, or gives the row that has the same values in these columns the other values set here. What exactly is a
     * conflict is the database's: MariaDB looks at every unique key.
     */
    public Upsert upsert(Column<?>... keys) {
        return Upsert.ofAll(target, tree(), Upsert.columns(target, keys));
    }

    /**
     * Runs as a query that yields a value of each row as it was stored, in the order of the objects; columns are returned from as many
     * statements as the rows need, all or nothing. Other expressions and {@code stream} take one statement, and more rows than its
     * values allow are refused before it is sent; so do rows with a comment, a prefix or a suffix.
     */
    public <T> Returning<T> returning(Selectable<T> what) {
        return new Returning<>(tree(), what.selection(), List.of(), batch(what.selection()));
    }

    public Returning<SqlRow> returning(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        Selection<SqlRow> selection = Returning.rows(first, second, more);
        return new Returning<>(tree(), selection, List.of(), batch(selection));
    }

    /** All rows in one statement; {@link #batch()} is the form that knows no limit. */
    @Override
    public InsertTree tree() {
        requireColumns();
        List<RowColumn<P>> columns = withDefaults();
        List<String> names = columns.stream().map(each -> each.column().name()).toList();
        if (rows.isEmpty()) {
            return new InsertTree(target.source(), names, List.of(), noRow(columns), null, List.of(), target.remarks());
        }
        List<List<Node>> values = new ArrayList<>(rows.size());
        for (P row : rows) {
            values.add(columns.stream()
                    .<Node>map(each -> new ValueNode(
                            each.column().type(),
                            each.value().apply(row),
                            each.column().name()))
                    .toList());
        }
        return new InsertTree(target.source(), names, values, null, null, List.of(), target.remarks());
    }

    /** SQL has no VALUES without a row; inserting the rows of a query that finds none comes to the same. */
    private static SelectTree noRow(List<? extends RowColumn<?>> columns) {
        List<ItemTree> nulls = columns.stream()
                .map(each -> new ItemTree(new ValueNode(each.column().type(), null), null))
                .toList();
        TupleNode nothing = new TupleNode(List.of());
        Node never = new InNode(nothing, nothing, false);
        return new SelectTree(nulls, false, List.of(), List.of(), never, List.of(), null, List.of(), null, null, null);
    }

    /** The same rows as a batch, which runs in as many statements as the database's limits ask for. */
    public Batch.Insert batch() {
        return batch(List.of());
    }

    private Batch.Insert batch(List<Column<?>> returning) {
        requireColumns();
        List<RowColumn<P>> columns = withDefaults();
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        for (P row : rows) {
            values.add(columns.stream().map(each -> each.value().apply(row)).toArray());
        }
        return new Batch.Insert(
                target.table(),
                columns.stream().<Column<?>>map(RowColumn::column).toList(),
                values,
                returning);
    }

    /** The batch that brings back these items, if each is a column of the table. */
    private Batch.@Nullable Insert batch(Selection<?> selection) {
        if (!target.remarks().equals(RemarkTree.NONE)) {
            return null;
        }
        List<Column<?>> returning = new ArrayList<>();
        for (SelectItem item : selection.items()) {
            if (!(item.node() instanceof io.fluxalchemy.sql.tree.ColumnNode column)
                    || !column.source().equals(target.source())) {
                return null;
            }
            returning.add(new ValueColumn<>(target.table(), column.name(), item.type()));
        }
        return batch(returning);
    }

    /** The columns set and those the table gives a value. */
    private List<RowColumn<P>> withDefaults() {
        List<ColumnDefault> defaults = ColumnDefaults.unset(
                target.source().table().insertDefaults(),
                columns.stream().map(each -> each.column().name()).toList());
        if (defaults.isEmpty()) {
            return columns;
        }
        List<RowColumn<P>> all = new ArrayList<>(columns);
        for (ColumnDefault each : defaults) {
            Column<?> column = new ValueColumn<>(target.table(), each.column(), each.type());
            all.add(new RowColumn<>(column, row -> ColumnDefaults.value(each)));
        }
        return all;
    }

    private void requireColumns() {
        if (columns.isEmpty()) {
            throw new StatementException(
                    "insertInto(" + target.source() + ").rows(…) sets no column: add set(column, function)");
        }
    }

    @Override
    RemarkTree remarks() {
        return target.remarks();
    }

    @Override
    InsertRows<P> remarked(RemarkTree changed) {
        return new InsertRows<>(target.remarked(changed), rows, columns);
    }
}
