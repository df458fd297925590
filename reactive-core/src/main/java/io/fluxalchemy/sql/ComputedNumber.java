package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A number that is no column. */
record ComputedNumber<N extends Number>(
        Node node, SqlType<N> type, @Nullable String label) implements NumericExpression<N> {}
