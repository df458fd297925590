package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Assignment;
import io.fluxalchemy.sql.tree.InsertTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.RemarkTree;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An INSERT of one row; {@link #rows} and {@link #select} make it one of many. Immutable. */
@CheckReturnValue
public final class Insert extends RemarkedCommand<Insert> implements Command {

    private final Target target;
    private final List<Assignment> assignments;

    Insert(Target target, List<Assignment> assignments) {
        this.target = target;
        this.assignments = assignments;
    }

    /** Gives a column its value; null is NULL. */
    public <T> Insert set(Column<T> column, @Nullable T value) {
        return new Insert(target, target.add(assignments, target.assign(column, value)));
    }

    public <T> Insert set(Column<T> column, Expression<T> value) {
        return new Insert(target, target.add(assignments, target.assign(column, value)));
    }

    public Insert setNull(Column<?> column) {
        return new Insert(target, target.add(assignments, target.assign(column, (Object) null)));
    }

    /** One row for each of these; {@code set} then says how a column's value is taken from one. */
    public <P> InsertRows<P> rows(Collection<? extends P> rows) {
        requireNothingSet("rows(…)");
        return new InsertRows<>(target, List.copyOf(rows), List.of());
    }

    /** The rows of a query, whose items go into these columns in order. */
    public InsertQuery select(Select<?> query, Column<?>... into) {
        requireNothingSet("select(…)");
        List<String> columns = Arrays.stream(into).map(target::written).toList();
        int items = query.selection().items().size();
        if (items != columns.size()) {
            throw new StatementException("insertInto(" + target.source() + ").select(…): the query selects " + items
                    + " items, but there are " + columns.size() + " columns to put them into");
        }
        return new InsertQuery(target, InsertQuery.tree(target, columns, query.tree()));
    }

    /** What to do with a row that another row with the same values in these columns is in the way of. */
    public Upsert onConflict(Column<?>... columns) {
        return new Upsert(target, tree(), Upsert.columns(target, columns));
    }

    /**
     * Inserts the row, or gives the row that has the same values in these columns the other values set here. What exactly is a
     * conflict is the database's: MariaDB looks at every unique key.
     */
    public Upsert upsert(Column<?>... keys) {
        return Upsert.ofAll(target, tree(), Upsert.columns(target, keys));
    }

    /** Runs as a query that yields a value of the row as it was stored. */
    public <T> Returning<T> returning(Selectable<T> what) {
        return Returning.of(tree(), what);
    }

    public Returning<SqlRow> returning(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        return Returning.of(tree(), first, second, more);
    }

    /** With nothing set, a row of defaults. */
    @Override
    public InsertTree tree() {
        List<Assignment> all =
                ColumnDefaults.added(assignments, target.source().table().insertDefaults());
        List<Node> row = all.stream().map(Assignment::value).toList();
        return new InsertTree(
                target.source(),
                all.stream().map(Assignment::column).toList(),
                List.of(row),
                null,
                null,
                List.of(),
                target.remarks());
    }

    private void requireNothingSet(String verb) {
        if (!assignments.isEmpty()) {
            throw new StatementException("insertInto(" + target.source() + "): say " + verb + " before any set(…)");
        }
    }

    @Override
    RemarkTree remarks() {
        return target.remarks();
    }

    @Override
    Insert remarked(RemarkTree changed) {
        return new Insert(target.remarked(changed), assignments);
    }
}
