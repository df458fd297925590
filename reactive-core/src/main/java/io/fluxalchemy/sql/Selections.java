package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/** Makes selections. */
final class Selections {

    private Selections() {}

    /** Reads a value as its item's type made it. */
    private static final RowReader<Object> VALUE = RowValues::get;

    /** The selection of one item. */
    @SuppressWarnings("unchecked") // the item's type is the expression's, which converts to T
    static <T> Selection<T> of(Expression<T> expression, List<TableExpression> tables) {
        return new Selection<>(
                List.of(new SelectItem(expression.node(), expression.type(), expression.label())),
                (RowReader<T>) VALUE,
                tables);
    }

    /** A query of one plain value as that value. */
    @SuppressWarnings("unchecked") // read as it is, the value is of the item's type
    static <T> ValueExpression<T> scalar(Select<T> query) {
        Node node = Comparison.oneColumn(query, "scalar(query)");
        if ((RowReader<?>) query.selection().reader() != VALUE) {
            throw new StatementException(
                    "scalar(query): the query maps its rows to something else than the value it selects;"
                            + " leave map(…) out");
        }
        return new ComputedValue<>(
                node, (SqlType<T>) query.selection().items().get(0).type(), null);
    }

    static List<ItemTree> items(Selection<?> selection) {
        List<ItemTree> items = new ArrayList<>(selection.items().size());
        for (SelectItem item : selection.items()) {
            items.add(item.tree());
        }
        return items;
    }
}
