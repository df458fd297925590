package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.SqlType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys with texts that are no column. */
record ComputedHstore(
        Node node,
        SqlType<Map<String, @Nullable String>> type,
        @Nullable String label) implements HstoreExpression {}
