package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.DerivedSource;
import io.fluxalchemy.sql.tree.FunctionNode;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.OrderNode;
import io.fluxalchemy.sql.tree.PortableFunction;
import io.fluxalchemy.sql.tree.SelectTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The query whose one value is all rows of another one, as a JSON array of arrays. Where that one counts or groups rows, it goes
 * into FROM as it is, and what is listed are its rows.
 */
record ListedQuery(SelectClauses clauses, Selection<?> selection) {

    private static final String ALIAS = "listed";

    SelectTree tree() {
        if (clauses.lock() != null) {
            throw new StatementException("list(query) takes no lock: the rows of an aggregate cannot be locked");
        }
        List<Node> items = selection.items().stream().map(SelectItem::node).toList();
        if (!clauses.reshapes()) {
            SelectTree plain = (SelectTree) clauses.tree(selection);
            List<Node> read = selection.items().stream().map(SelectItem::read).toList();
            return plain.withItems(List.of(rows(read, plain.orderBy()))).withoutOrder();
        }
        return derived(items, (SelectTree) clauses.tree(selection));
    }

    private SelectTree derived(List<Node> items, SelectTree query) {
        List<ItemTree> inner = new ArrayList<>();
        for (Node item : items) {
            inner.add(new ItemTree(item, "c" + inner.size()));
        }
        int[] places = new int[query.orderBy().size()];
        for (int i = 0; i < places.length; i++) {
            Node ordered = query.orderBy().get(i).expression();
            places[i] = items.indexOf(ordered);
            if (places[i] < 0 && query.distinct()) {
                throw new StatementException("list(query): a distinct query is ordered by what it selects, not by "
                        + Description.of(ordered));
            } else if (places[i] < 0) {
                places[i] = inner.size();
                inner.add(new ItemTree(ordered, "c" + inner.size()));
            }
        }
        DerivedSource source = new DerivedSource(query.withItems(inner), ALIAS);
        List<Node> columns = IntStream.range(0, items.size())
                .mapToObj(i -> new SelectItem(
                                new ColumnNode(source, "c" + i),
                                selection.items().get(i).type(),
                                null)
                        .read())
                .toList();
        List<OrderNode> orders = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            OrderNode order = query.orderBy().get(i);
            orders.add(new OrderNode(new ColumnNode(source, "c" + places[i]), order.ascending(), order.nullsFirst()));
        }
        return new SelectTree(
                List.of(rows(columns, orders)),
                false,
                List.of(source),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
    }

    private static ItemTree rows(List<Node> items, List<OrderNode> orders) {
        Node row = new FunctionNode(PortableFunction.JSON_ROW, items);
        return new ItemTree(new AggregateNode(PortableFunction.JSON_ROWS, false, List.of(row), orders, null), null);
    }
}
