package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A DELETE, with the further sources of DELETE … USING. */
public record DeleteTree(
        TableSource table, List<Source> using, @Nullable Node where, List<ItemTree> returning, RemarkTree remarks)
        implements CommandTree {
    /** Without remarks. */
    public DeleteTree(TableSource table, List<Source> using, @Nullable Node where, List<ItemTree> returning) {
        this(table, using, where, returning, RemarkTree.NONE);
    }

    public DeleteTree {
        using = List.copyOf(using);
        returning = List.copyOf(returning);
    }
}
