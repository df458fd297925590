package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.ColumnDefault;
import io.fluxalchemy.sql.tree.InsertTree;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.RemarkTree;
import io.fluxalchemy.sql.tree.SelectTree;
import java.util.ArrayList;
import java.util.List;

/** An INSERT of a query's rows. Immutable. */
@CheckReturnValue
public final class InsertQuery extends RemarkedCommand<InsertQuery> implements Command {

    private final Target target;
    private final InsertTree tree;

    InsertQuery(Target target, InsertTree tree) {
        this.target = target;
        this.tree = tree;
    }

    /** The query's rows, each with what the table gives columns that are not filled from it. */
    static InsertTree tree(Target target, List<String> columns, QueryTree query) {
        List<ColumnDefault> defaults =
                ColumnDefaults.unset(target.source().table().insertDefaults(), columns);
        if (defaults.isEmpty()) {
            return new InsertTree(target.source(), columns, List.of(), query, null, List.of(), target.remarks());
        } else if (!(query instanceof SelectTree select)) {
            throw new StatementException(
                    "insertInto(" + target.source() + ").select(…): the column "
                            + defaults.get(0).column()
                            + " has a default of this side, which only a plain select can be given; make the query a table with as(\"…\") and select from it");
        } else {
            List<String> all = new ArrayList<>(columns);
            List<ItemTree> items = new ArrayList<>(select.items());
            for (ColumnDefault each : defaults) {
                all.add(each.column());
                items.add(new ItemTree(ColumnDefaults.node(each), null));
            }
            return new InsertTree(
                    target.source(), all, List.of(), select.withItems(items), null, List.of(), target.remarks());
        }
    }

    /**
     * Inserts the row, or gives the row that has the same values in these columns the other values set here. What exactly is a
     * conflict is the database's: MariaDB looks at every unique key.
     */
    public Upsert upsert(Column<?>... keys) {
        return Upsert.ofAll(target, tree, Upsert.columns(target, keys));
    }

    /** What to do with a row that another row with the same values in these columns is in the way of. */
    public Upsert onConflict(Column<?>... columns) {
        return new Upsert(target, tree, Upsert.columns(target, columns));
    }

    /** Runs as a query that yields a value of each row as it was stored. */
    public <T> Returning<T> returning(Selectable<T> what) {
        return Returning.of(tree, what);
    }

    public Returning<SqlRow> returning(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        return Returning.of(tree, first, second, more);
    }

    @Override
    public InsertTree tree() {
        return tree;
    }

    @Override
    RemarkTree remarks() {
        return target.remarks();
    }

    @Override
    InsertQuery remarked(RemarkTree changed) {
        return new InsertQuery(
                target.remarked(changed),
                new InsertTree(tree.table(), tree.columns(), tree.rows(), tree.query(), null, List.of(), changed));
    }
}
