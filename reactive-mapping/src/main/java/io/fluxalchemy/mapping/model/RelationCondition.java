package io.fluxalchemy.mapping.model;

import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;

/** A condition that the mapping makes: over keys, embeddables or sub-queries. */
record RelationCondition(Node node) implements Condition {

    @Override
    public SqlType<Boolean> type() {
        return Types.BOOLEAN;
    }
}
