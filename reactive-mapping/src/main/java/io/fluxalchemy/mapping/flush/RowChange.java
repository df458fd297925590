package io.fluxalchemy.mapping.flush;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written to one row.
 *
 * @param values one per column of the model, in its order: the value to write, a {@link PendingKey}, or what is known of a column
 *     that is not written
 * @param shape which of them are written, and which are asked back
 * @param collections the members of its relations as an insert found them: what the next flush compares with
 */
record RowChange(EntityRow row, @Nullable Object[] values, RowShape shape, Map<String, List<Object>> collections) {

    RowChange(EntityRow row, @Nullable Object[] values, RowShape shape) {
        this(row, values, shape, Map.of());
    }

    List<Integer> written() {
        return shape.written();
    }

    List<Integer> returned() {
        return shape.returned();
    }
}
