package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.flush.FlushStep.PlannedRow;
import io.fluxalchemy.mapping.model.EntityModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order of rows for all flushes, so that two that meet wait for each other instead of locking crosswise. Rows whose keys
 * have no order of their own, or are not known yet, come last, as they are.
 */
final class RowOrder {

    private RowOrder() {}

    /** Sorted by the values of the row, the first column first. */
    static List<PlannedRow> byValues(List<PlannedRow> rows) {
        return sorted(rows, (left, right) -> compare(left.values(), right.values()));
    }

    /** Sorted by the id. */
    static List<PlannedRow> byKey(List<PlannedRow> rows, EntityModel<?> model) {
        int parts = model.columns().id().size();
        return sorted(rows, (left, right) -> {
            int order = 0;
            for (int i = 0; i < parts && order == 0 && left.row() != null && right.row() != null; i++) {
                order = compare(left.row().keyPart(i), right.row().keyPart(i));
            }
            return order;
        });
    }

    private static List<PlannedRow> sorted(List<PlannedRow> rows, Comparator<PlannedRow> order) {
        List<PlannedRow> sorted = new ArrayList<>(rows);
        sorted.sort(order);
        return sorted;
    }

    private static int compare(@Nullable Object[] left, @Nullable Object[] right) {
        int order = 0;
        for (int i = 0; i < left.length && order == 0; i++) {
            order = compare(left[i], right[i]);
        }
        return order;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // values of one column are of one class
    private static int compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Comparable first
                && right instanceof Comparable second
                && first.getClass() == second.getClass()) {
            return first.compareTo(second);
        }
        return Boolean.compare(!(left instanceof Comparable), !(right instanceof Comparable));
    }
}
