package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.Range;
import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A range that is no column. */
record ComputedRange<T extends Comparable<? super T>>(
        Node node, SqlType<Range<T>> type, @Nullable String label) implements RangeExpression<T> {}
