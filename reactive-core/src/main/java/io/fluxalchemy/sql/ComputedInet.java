package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.Inet;
import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/** An address that is no column. */
record ComputedInet(Node node, SqlType<Inet> type, @Nullable String label) implements InetExpression {}
