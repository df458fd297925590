package io.fluxalchemy.sql;

import java.util.List;

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
}
