package io.fluxalchemy.result;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.RowReader;
import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.sql.Selectable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the detached rows of one result have in common: which value stands where. Labels are those of the columns; a value made
 * of several columns, such as an entity, has none. Immutable.
 *
 * @param selected what was selected; empty for a text statement
 * @param labels for each value its label, null where it has none
 * @param readers for each value its reader
 * @param offsets for each value how far its first item is from the first of all
 */
record RowShape(
        List<Selectable<?>> selected,
        List<@Nullable String> labels,
        List<RowReader<?>> readers,
        List<Integer> offsets) {

    static RowShape of(List<? extends Selectable<?>> selected, int from, ResultColumns columns) {
        List<@Nullable String> labels = new ArrayList<>();
        List<RowReader<?>> readers = new ArrayList<>();
        List<Integer> offsets = new ArrayList<>();
        if (selected.isEmpty()) {
            for (int i = from; i < columns.size(); i++) {
                labels.add(columns.label(i));
                readers.add(RowValues::get);
                offsets.add(i - from);
            }
        }
        int offset = 0;
        for (Selectable<?> each : selected) {
            int width = each.selection().items().size();
            labels.add(width == 1 ? columns.label(from + offset) : null);
            readers.add(each.selection().reader());
            offsets.add(offset);
            offset += width;
        }
        return new RowShape(List.copyOf(selected), labels, readers, offsets);
    }

    @Nullable
    Object[] read(RowValues row, int from) {
        @Nullable Object[] values = new Object[readers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = readers.get(i).read(row, from + offsets.get(i));
        }
        return values;
    }

    /** Where a value stands: the very object that was selected, else the one that equals it. */
    int indexOf(Selectable<?> what) {
        for (int i = 0; i < selected.size(); i++) {
            if (selected.get(i) == what) {
                return i;
            }
        }
        int found = -1;
        for (int i = 0; i < selected.size(); i++) {
            if (selected.get(i).equals(what)) {
                if (found >= 0) {
                    throw new StatementException(
                            what.describe() + " equals several selected values: keep the selected object"
                                    + " in a variable and read by it");
                }
                found = i;
            }
        }
        if (found < 0) {
            throw new StatementException(what.describe() + " was not selected; the row has "
                    + selected.stream().map(Selectable::describe).toList());
        }
        return found;
    }

    int indexOf(String label) {
        return Labels.indexOf(labels, label);
    }
}
