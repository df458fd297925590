package io.fluxalchemy.sql;

import java.util.List;
import java.util.function.Function;

/**
 * What one value of a result is made of: the items to select, in order, and the reader that makes the value from them.
 *
 * @param tables the tables the items come from, added to FROM where the query names none
 */
public record Selection<T>(List<SelectItem> items, RowReader<T> reader, List<TableExpression> tables) {

    public Selection {
        items = List.copyOf(items);
        tables = List.copyOf(tables);
    }

    /** The same items, read into something else; where this reads null, so does the result. */
    public <S> Selection<S> map(Function<? super T, ? extends S> function) {
        return new Selection<>(
                items,
                (row, from) -> {
                    T value = reader.read(row, from);
                    return value == null ? null : function.apply(value);
                },
                tables);
    }
}
