package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.sql.tree.InsertTree;

/** An INSERT of a query's rows. Immutable. */
@CheckReturnValue
public final class InsertQuery implements Command {

    private final Target target;
    private final InsertTree tree;

    InsertQuery(Target target, InsertTree tree) {
        this.target = target;
        this.tree = tree;
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
}
