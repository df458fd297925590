package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An UPDATE, with the further sources of UPDATE … FROM. */
public record UpdateTree(
        TableSource table,
        List<Assignment> assignments,
        List<Source> from,
        @Nullable Node where,
        List<ItemTree> returning,
        RemarkTree remarks)
        implements CommandTree {
    /** Without remarks. */
    public UpdateTree(
            TableSource table,
            List<Assignment> assignments,
            List<Source> from,
            @Nullable Node where,
            List<ItemTree> returning) {
        this(table, assignments, from, where, returning, RemarkTree.NONE);
    }

    public UpdateTree {
        assignments = List.copyOf(assignments);
        from = List.copyOf(from);
        returning = List.copyOf(returning);
    }
}
