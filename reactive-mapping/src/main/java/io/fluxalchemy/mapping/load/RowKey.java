package io.fluxalchemy.mapping.load;

import io.fluxalchemy.sql.RowValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads keys from rows, in the form of {@link io.fluxalchemy.mapping.state.EntityKey}. Stateless. */
final class RowKey {

    private RowKey() {}

    /** The key at some positions of a row's values; null where one is NULL. */
    static @Nullable Object of(@Nullable Object[] values, int[] positions) {
        if (positions.length == 1) {
            return values[positions[0]];
        }
        List<Object> parts = new ArrayList<>(positions.length);
        for (int position : positions) {
            Object part = values[position];
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return Collections.unmodifiableList(parts);
    }

    /** As {@link #of(Object[], int[])} for positions counted from an offset. */
    static @Nullable Object of(RowValues row, int from, int[] positions) {
        if (positions.length == 1) {
            return row.get(from + positions[0]);
        }
        @Nullable Object[] values = new @Nullable Object[positions.length];
        int[] all = new int[positions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(from + positions[i]);
            all[i] = i;
        }
        return of(values, all);
    }
}
