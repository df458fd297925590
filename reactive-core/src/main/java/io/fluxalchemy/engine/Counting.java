package io.fluxalchemy.engine;

import io.fluxalchemy.sql.SelectItem;
import io.fluxalchemy.sql.Selection;
import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.DerivedSource;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.LimitKind;
import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.SetTree;
import io.fluxalchemy.sql.tree.TextTree;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.List;

/** The query that counts another's rows: that query as a table, without its order and limit. */
final class Counting {

    private static final AggregateNode COUNT = new AggregateNode("count", false, List.of(), List.of(), null);

    /** How the count is read. */
    static final Selection<Long> SELECTION = new Selection<>(
            List.of(new SelectItem(COUNT, Types.BIGINT, null)), (row, from) -> (Long) row.get(from), List.of());

    private Counting() {}

    static QueryTree of(QueryTree query) {
        return new SelectTree(
                List.of(new ItemTree(COUNT, null)),
                false,
                List.of(new DerivedSource(unordered(query), "counted")),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
    }

    private static QueryTree unordered(QueryTree query) {
        if (query instanceof SelectTree s) {
            return new SelectTree(
                    labelled(s.items()),
                    s.distinct(),
                    s.distinctOn(),
                    s.from(),
                    s.correlation(),
                    s.joins(),
                    s.where(),
                    s.groupBy(),
                    s.having(),
                    List.of(),
                    null,
                    null,
                    LimitKind.ROWS,
                    null,
                    s.remarks());
        }
        if (query instanceof SetTree s) {
            return new SetTree(s.kind(), s.all(), s.left(), s.right(), List.of(), null, null);
        }
        return (TextTree) query;
    }

    /** Labels of our own: two columns of one name may stand in a result, but not in a table. */
    private static List<ItemTree> labelled(List<ItemTree> items) {
        List<ItemTree> labelled = new ArrayList<>(items.size());
        for (ItemTree item : items) {
            labelled.add(new ItemTree(item.node(), "c" + labelled.size()));
        }
        return labelled;
    }
}
