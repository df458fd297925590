package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.JoinTree;
import io.fluxalchemy.sql.tree.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table joined to a query. */
record JoinedTable(
        JoinTree.Kind kind, TableExpression table, @Nullable Condition on) {

    JoinTree tree() {
        Node condition = on == null ? null : on.node();
        Node restriction = condition == null ? null : Restrictions.of(table.source());
        if (condition == null || restriction == null) {
            return new JoinTree(kind, table.source(), condition);
        }
        Restrictions.requireKept(table, kind);
        return new JoinTree(kind, table.source(), Conditions.join(true, List.of(condition, restriction)));
    }
}
