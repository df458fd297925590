package io.fluxalchemy.result;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.RowReader;
import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.sql.Selectable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the detached rows of one result have in common: which value stands where. Labels are those of the columns; a value made
 * of several columns, such as an entity, has none. Immutable.
 *
 * @param selected what was selected; empty for a text statement
 * @param labels for each value its label, null where it has none
 * @param readers for each value its reader
 * @param offsets for each value how far its first item is from the first of all
 * @param keys the labels, where each value has one of its own; else null
 */
record RowShape(
        List<Selectable<?>> selected,
        List<@Nullable String> labels,
        List<RowReader<?>> readers,
        List<Integer> offsets,
        @Nullable List<String> keys) {

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
        return new RowShape(List.copyOf(selected), labels, readers, offsets, Labels.keys(labels));
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

    /**
     * The labels of all values, as keys of a map.
     *
     * @throws StatementException if they cannot be that; names those that cannot
     */
    List<String> requireKeys() {
        if (keys != null) {
            return keys;
        }
        Set<String> ambiguous = Labels.ambiguous(labels);
        if (!ambiguous.isEmpty()) {
            throw new StatementException("a row as a map has each label once, and " + ambiguous
                    + " are those of several values: give the columns aliases");
        }
        throw new StatementException("a row as a map has a label for each value, and "
                + IntStream.range(0, labels.size())
                        .filter(i -> labels.get(i) == null)
                        .mapToObj(i -> selected.get(i).describe())
                        .toList()
                + " has none: select columns, or read the row by what was selected");
    }

    int indexOf(String label) {
        return Labels.indexOf(labels, label);
    }
}
