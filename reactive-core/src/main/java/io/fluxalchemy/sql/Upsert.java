package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Assignment;
import io.fluxalchemy.sql.tree.ConflictTree;
import io.fluxalchemy.sql.tree.ExcludedNode;
import io.fluxalchemy.sql.tree.InsertTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.RemarkTree;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An INSERT that says what happens where a row is in the way: nothing, or an update of that row. Immutable. */
@CheckReturnValue
public final class Upsert extends RemarkedCommand<Upsert> implements Command {

    private final Target target;
    private final InsertTree insert;
    private final List<String> columns;
    private final boolean nothing;
    private final List<Assignment> updates;
    private final Node where;

    Upsert(Target target, InsertTree insert, List<String> columns) {
        this(target, insert, columns, false, List.of(), Conditions.NOTHING);
    }

    private Upsert(
            Target target,
            InsertTree insert,
            List<String> columns,
            boolean nothing,
            List<Assignment> updates,
            Node where) {
        this.target = target;
        this.insert = insert;
        this.columns = columns;
        this.nothing = nothing;
        this.updates = updates;
        this.where = where;
    }

    /** Every column that is set and is no key becomes what the insert would have given it. */
    static Upsert ofAll(Target target, InsertTree insert, List<String> keys) {
        List<Assignment> updates = insert.columns().stream()
                .filter(column -> !keys.contains(column))
                .map(column -> new Assignment(column, new ExcludedNode(column)))
                .toList();
        return new Upsert(target, insert, keys, updates.isEmpty(), updates, Conditions.NOTHING);
    }

    static List<String> columns(Target target, Column<?>... columns) {
        if (columns.length == 0) {
            throw new StatementException(
                    "onConflict(): name the columns of the unique constraint whose conflict is meant");
        }
        return Arrays.stream(columns).map(target::column).toList();
    }

    /** Leaves the row that is in the way as it is and inserts nothing. */
    public Upsert doNothing() {
        if (!updates.isEmpty()) {
            throw new StatementException("onConflict: doNothing() and doUpdate(…) exclude each other");
        }
        return new Upsert(target, insert, columns, true, updates, where);
    }

    /** Sets a column of the row that is in the way; null is NULL. */
    public <T> Upsert doUpdate(Column<T> column, @Nullable T value) {
        return update(target.assign(column, value));
    }

    /** Sets a column of the row that is in the way; {@code excluded(column)} is what the insert would have given it. */
    public <T> Upsert doUpdate(Column<T> column, Expression<T> value) {
        return update(target.assign(column, value));
    }

    private Upsert update(Assignment assignment) {
        if (nothing) {
            throw new StatementException("onConflict: doNothing() and doUpdate(…) exclude each other");
        }
        return new Upsert(target, insert, columns, false, target.add(updates, assignment), where);
    }

    /** Updates the row that is in the way only if all conditions are true for it. */
    public Upsert where(Condition... conditions) {
        return new Upsert(target, insert, columns, nothing, updates, Conditions.all(where, conditions));
    }

    /** Runs as a query that yields a value of each row inserted or updated. */
    public <T> Returning<T> returning(Selectable<T> what) {
        return Returning.of(tree(), what);
    }

    public Returning<SqlRow> returning(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        return Returning.of(tree(), first, second, more);
    }

    @Override
    public InsertTree tree() {
        if (!nothing && updates.isEmpty()) {
            throw new StatementException(
                    "insertInto(" + target.source() + ").onConflict(…): say doNothing() or doUpdate(column, value)");
        }
        Node condition = Conditions.clause(where);
        if (nothing && condition != null) {
            throw new StatementException("onConflict: where(…) limits doUpdate(…), with doNothing() it has no meaning");
        }
        return new InsertTree(
                insert.table(),
                insert.columns(),
                insert.rows(),
                insert.query(),
                new ConflictTree(
                        columns,
                        nothing
                                ? updates
                                : ColumnDefaults.added(
                                        updates, target.source().table().updateDefaults()),
                        condition),
                List.of(),
                target.remarks());
    }

    @Override
    RemarkTree remarks() {
        return target.remarks();
    }

    @Override
    Upsert remarked(RemarkTree changed) {
        return new Upsert(target.remarked(changed), insert, columns, nothing, updates, where);
    }
}
