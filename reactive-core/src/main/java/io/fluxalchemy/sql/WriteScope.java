package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Node;
import org.jspecify.annotations.Nullable;

/** Which rows an UPDATE or DELETE is for: those of its condition, or every row, but only where that was said. */
record WriteScope(Node where, boolean every) {

    static final WriteScope UNSAID = new WriteScope(Conditions.NOTHING, false);

    WriteScope where(Condition... conditions) {
        return new WriteScope(Conditions.all(where, conditions), every);
    }

    WriteScope everyRow() {
        return new WriteScope(where, true);
    }

    @Nullable
    Node clause(String statement) {
        Node condition = Conditions.clause(where);
        if (condition == null && !every) {
            throw new StatementException(
                    statement + " has no condition left and would write every row: add where(…), or say everyRow()");
        }
        return condition;
    }
}
