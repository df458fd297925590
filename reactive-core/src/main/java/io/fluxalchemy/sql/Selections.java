package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.ItemTree;
import java.util.List;

/** Makes selections. */
final class Selections {

    private Selections() {}

    /** The selection of one item. */
    @SuppressWarnings("unchecked") // the item's type is the expression's, which converts to T
    static <T> Selection<T> of(Expression<T> expression, List<TableExpression> tables) {
        return new Selection<>(
                List.of(new SelectItem(expression.node(), expression.type(), expression.label())),
                (row, from) -> (T) row.get(from),
                tables);
    }

    static List<ItemTree> items(Selection<?> selection) {
        return selection.items().stream().map(SelectItem::tree).toList();
    }
}
