package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of rows or of a query's rows: exactly one of {@code rows} and {@code query} is used. Each row has one node per column;
 * with no column and no query it is one row of defaults.
 */
public record InsertTree(
        TableSource table,
        List<String> columns,
        List<List<Node>> rows,
        @Nullable QueryTree query,
        @Nullable ConflictTree conflict,
        List<ItemTree> returning,
        RemarkTree remarks)
        implements CommandTree {
    /** Without remarks. */
    public InsertTree(
            TableSource table,
            List<String> columns,
            List<List<Node>> rows,
            @Nullable QueryTree query,
            @Nullable ConflictTree conflict,
            List<ItemTree> returning) {
        this(table, columns, rows, query, conflict, returning, RemarkTree.NONE);
    }

    public InsertTree {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        returning = List.copyOf(returning);
    }
}
