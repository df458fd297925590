package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Text that is no column. */
record ComputedText(
        Node node, SqlType<String> type, @Nullable String label) implements TextExpression {}
