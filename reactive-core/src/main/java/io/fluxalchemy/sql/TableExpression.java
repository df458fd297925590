package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What FROM and JOIN take: a table, an alias of one, a derived table. Immutable. */
public interface TableExpression extends JoinTarget {

    /** The tree's node for this table; equal nodes are the same table under the same alias. */
    Source source();

    /** The name its columns are qualified with. */
    default String qualifier() {
        return source().qualifier();
    }

    /** The alias, or null where the table stands under its own name. */
    default @Nullable String alias() {
        return source().alias();
    }

    /** Joins over the one foreign key between this table and those in FROM, in either direction. */
    @Override
    default List<JoinStep> joinSteps(FromClause from) {
        return List.of(ForeignKeyJoin.of(this, from));
    }
}
