package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/** One column of a result: what to select, the type it is read as, and the label it is given, if any. */
public record SelectItem(
        Node node, SqlType<?> type, @Nullable String alias) {

    /** The name the result's column has: the alias, else the selected column's name; null for a computed value without alias. */
    public @Nullable String label() {
        return alias != null ? alias : node instanceof ColumnNode column ? column.name() : null;
    }

    ItemTree tree() {
        return new ItemTree(node, alias);
    }
}
