package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/** An array that is no column. */
record ComputedArray<A, E>(
        Node node, SqlType<A> type, @Nullable String label) implements ArrayExpression<A, E> {}
