package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.sql.tree.DeleteTree;
import io.fluxalchemy.sql.tree.RemarkTree;
import java.util.ArrayList;
import java.util.List;

/** A DELETE. Immutable. Without a condition it is an error, unless {@link #everyRow()} says that every row is meant. */
@CheckReturnValue
public final class Delete extends RemarkedCommand<Delete> implements Command {

    private final Target target;
    private final List<TableExpression> using;
    private final WriteScope scope;

    Delete(Target target, List<TableExpression> using, WriteScope scope) {
        this.target = target;
        this.using = using;
        this.scope = scope;
    }

    /** Further tables that conditions may use; a condition says which of their rows belong to a deleted row. */
    public Delete using(TableExpression... tables) {
        List<TableExpression> all = new ArrayList<>(using);
        all.addAll(List.of(tables));
        return new Delete(target, List.copyOf(all), scope);
    }

    /** Deletes rows for which all conditions are true; several calls add up. */
    public Delete where(Condition... conditions) {
        return new Delete(target, using, scope.where(conditions));
    }

    /** Deletes every row, if no condition is given or left. */
    public Delete everyRow() {
        return new Delete(target, using, scope.everyRow());
    }

    /** Runs as a query that yields a value of each deleted row. */
    public <T> Returning<T> returning(Selectable<T> what) {
        return Returning.of(tree(), what);
    }

    public Returning<SqlRow> returning(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        return Returning.of(tree(), first, second, more);
    }

    @Override
    public DeleteTree tree() {
        return new DeleteTree(
                target.source(),
                using.stream().map(TableExpression::source).toList(),
                Restrictions.and(scope.clause("deleteFrom(" + target.source() + ")"), target.source(), using),
                List.of(),
                target.remarks());
    }

    @Override
    RemarkTree remarks() {
        return target.remarks();
    }

    @Override
    Delete remarked(RemarkTree changed) {
        return new Delete(target.remarked(changed), using, scope);
    }
}
