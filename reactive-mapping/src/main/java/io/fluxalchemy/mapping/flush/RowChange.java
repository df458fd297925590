package io.fluxalchemy.mapping.flush;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written to one row.
 *
 * @param values one per column of the model, in its order: the value to write, a {@link PendingKey}, or what is known of a column
 *     that is not written
 * @param written positions of the columns that an insert or update sets
 * @param returned positions of the columns whose values are asked back: ids and defaults by an insert, what is computed by any
 */
record RowChange(EntityRow row, @Nullable Object[] values, List<Integer> written, List<Integer> returned) {
    RowChange {
        written = List.copyOf(written);
        returned = List.copyOf(returned);
    }
}
