package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Assignment;
import io.fluxalchemy.sql.tree.RemarkTree;
import io.fluxalchemy.sql.tree.UpdateTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An UPDATE. Immutable. Without a condition it is an error, unless {@link #everyRow()} says that every row is meant. */
@CheckReturnValue
public final class Update extends RemarkedCommand<Update> implements Command {

    private final Target target;
    private final List<Assignment> assignments;
    private final List<TableExpression> from;
    private final WriteScope scope;

    Update(Target target, List<Assignment> assignments, List<TableExpression> from, WriteScope scope) {
        this.target = target;
        this.assignments = assignments;
        this.from = from;
        this.scope = scope;
    }

    /** Gives a column a new value; null is NULL. */
    public <T> Update set(Column<T> column, @Nullable T value) {
        return set(target.assign(column, value));
    }

    public <T> Update set(Column<T> column, Expression<T> value) {
        return set(target.assign(column, value));
    }

    /** As {@link #set(Column, Object)}, left out for null. */
    public <T> Update setIf(Column<T> column, @Nullable T value) {
        return value == null ? this : set(column, value);
    }

    public Update setNull(Column<?> column) {
        return set(target.assign(column, (Object) null));
    }

    private Update set(Assignment assignment) {
        return new Update(target, target.add(assignments, assignment), from, scope);
    }

    /** Further tables that values and conditions may use; a condition says which of their rows belong to an updated row. */
    public Update from(TableExpression... tables) {
        List<TableExpression> all = new ArrayList<>(from);
        all.addAll(List.of(tables));
        return new Update(target, assignments, List.copyOf(all), scope);
    }

    /** Updates rows for which all conditions are true; several calls add up. */
    public Update where(Condition... conditions) {
        return new Update(target, assignments, from, scope.where(conditions));
    }

    /** Updates every row, if no condition is given or left. */
    public Update everyRow() {
        return new Update(target, assignments, from, scope.everyRow());
    }

    /** Runs as a query that yields a value of each updated row. */
    public <T> Returning<T> returning(Selectable<T> what) {
        return Returning.of(tree(), what);
    }

    public Returning<SqlRow> returning(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        return Returning.of(tree(), first, second, more);
    }

    @Override
    public UpdateTree tree() {
        if (assignments.isEmpty()) {
            throw new StatementException("update(" + target.source() + ") sets no column: add set(column, value)");
        }
        return new UpdateTree(
                target.source(),
                ColumnDefaults.added(assignments, target.source().table().updateDefaults()),
                from.stream().map(TableExpression::source).toList(),
                Restrictions.and(scope.clause("update(" + target.source() + ")"), target.source(), from),
                List.of(),
                target.remarks());
    }

    @Override
    RemarkTree remarks() {
        return target.remarks();
    }

    @Override
    Update remarked(RemarkTree changed) {
        return new Update(target.remarked(changed), assignments, from, scope);
    }
}
