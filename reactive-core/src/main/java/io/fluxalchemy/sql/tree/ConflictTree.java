package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an INSERT does with a row that exists already: nothing, where {@code updates} is empty, or these updates. */
public record ConflictTree(
        List<String> columns,
        List<Assignment> updates,
        @Nullable Node where) {
    public ConflictTree {
        columns = List.copyOf(columns);
        updates = List.copyOf(updates);
    }
}
