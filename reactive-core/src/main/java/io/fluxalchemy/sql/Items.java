package io.fluxalchemy.sql;

import io.fluxalchemy.error.ConversionException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several values selected side by side. */
final class Items {

    private final List<Selectable<?>> selected;
    private final List<Selection<?>> selections;

    Items(List<? extends Selectable<?>> selected) {
        this.selected = List.copyOf(selected);
        this.selections = new ArrayList<>(this.selected.size());
        for (Selectable<?> each : this.selected) {
            selections.add(each.selection());
        }
    }

    List<Selectable<?>> selected() {
        return selected;
    }

    String describe() {
        return selected.stream().map(Selectable::describe).collect(Collectors.joining(", ", "row(", ")"));
    }

    Selection<SqlRow> rows() {
        return selection((row, from) -> row.detach(selected, from));
    }

    <Z> Selection<Z> into(Function<@Nullable Object[], ? extends Z> function) {
        int[] offsets = new int[selections.size()];
        RowReader<?>[] readers = new RowReader<?>[selections.size()];
        int offset = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = offset;
            readers[i] = selections.get(i).reader();
            offset += selections.get(i).items().size();
        }
        return selection((row, from) -> {
            @Nullable Object[] values = new Object[readers.length];
            for (int i = 0; i < readers.length; i++) {
                values[i] = readers[i].read(row, from + offsets[i]);
            }
            try {
                return function.apply(values);
            } catch (NullPointerException e) {
                throw nullInto(values, e);
            }
        });
    }

    private <Z> Selection<Z> selection(RowReader<Z> reader) {
        List<SelectItem> items = new ArrayList<>(selections.size());
        List<TableExpression> tables = new ArrayList<>(selections.size());
        for (Selection<?> each : selections) {
            items.addAll(each.items());
            tables.addAll(each.tables());
        }
        return new Selection<>(items, reader, tables);
    }

    /** A constructor with a primitive parameter fails on NULL; say which value it was. */
    private RuntimeException nullInto(@Nullable Object[] values, NullPointerException cause) {
        StringJoiner nulls = new StringJoiner(", ");
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                nulls.add(selected.get(i).describe());
            }
        }
        return nulls.length() == 0
                ? cause
                : new ConversionException(
                        "NULL was read for " + nulls
                                + ", and the function given to into(…) does not take null there: use a class"
                                + " such as Integer instead of int, coalesce(…), or orNull() for a row of an outer join",
                        cause);
    }
}
