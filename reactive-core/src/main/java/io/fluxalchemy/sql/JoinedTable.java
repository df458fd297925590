package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.JoinTree;
import org.jspecify.annotations.Nullable;

/** A table joined to a query. */
record JoinedTable(
        JoinTree.Kind kind, TableExpression table, @Nullable Condition on) {

    JoinTree tree() {
        return new JoinTree(kind, table.source(), on == null ? null : on.node());
    }
}
