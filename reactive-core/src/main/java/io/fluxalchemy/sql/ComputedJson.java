package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A JSON document that is no column. */
record ComputedJson<T>(Node node, SqlType<T> type, @Nullable String label) implements JsonExpression<T> {}
