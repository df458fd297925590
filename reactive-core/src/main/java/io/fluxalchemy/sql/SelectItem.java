package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/** One column of a result: what to select, the type it is read as, and the label it is given, if any. */
public record SelectItem(
        Node node, SqlType<?> type, @Nullable String alias) {}
