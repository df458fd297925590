package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import org.jspecify.annotations.Nullable;

/** A condition that is no column. */
record ComputedCondition(Node node, @Nullable String label) implements Condition {

    @Override
    public SqlType<Boolean> type() {
        return Types.BOOLEAN;
    }
}
