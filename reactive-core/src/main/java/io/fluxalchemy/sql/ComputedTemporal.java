package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.SqlType;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** A date or time that is no column. */
record ComputedTemporal<T extends Temporal>(
        Node node, SqlType<T> type, @Nullable String label) implements TemporalExpression<T> {}
