package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A value of any other type that is no column. */
record ComputedValue<T>(
        Node node, SqlType<T> type, @Nullable String label) implements ValueExpression<T> {}
