package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.JoinTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees to it that a table which means only a part of its rows, as a subclass in its root's table does, gives no others. */
final class Restrictions {

    private Restrictions() {}

    static @Nullable Node of(Source source) {
        return source instanceof TableSource table ? table.table().restriction(table) : null;
    }

    /** A condition of an UPDATE or DELETE, and that its tables have only the rows they mean. */
    static @Nullable Node and(@Nullable Node where, TableSource target, List<TableExpression> others) {
        List<Node> all = new ArrayList<>();
        if (where != null) {
            all.add(where);
        }
        Node ofTarget = of(target);
        if (ofTarget != null) {
            all.add(ofTarget);
        }
        for (TableExpression other : others) {
            Node restriction = of(other.source());
            if (restriction != null) {
                all.add(restriction);
            }
        }
        return Conditions.clause(Conditions.join(true, all));
    }

    /** Refuses joins for which a condition in ON or WHERE would drop rows that the join is to keep, or keep others. */
    static void requireKept(TableExpression table, JoinTree.Kind kind) {
        if (kind == JoinTree.Kind.RIGHT || kind == JoinTree.Kind.FULL) {
            throw new StatementException(table.qualifier() + " means a part of the rows of its table, which a "
                    + kind.sql() + " cannot tell apart: join it with leftJoin, or as a sub-query with as(\"…\")");
        }
    }
}
