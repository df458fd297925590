package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.model.LinkTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row to put into a link table, or what to remove from it.
 *
 * @param columns the columns given: all of them for one row, one side's for every row of an entity
 * @param values one per column; a {@link PendingKey} where an entity has no id yet
 */
record LinkChange(
        LinkTable table, List<String> columns, @Nullable Object[] values) {
    LinkChange {
        columns = List.copyOf(columns);
    }
}
