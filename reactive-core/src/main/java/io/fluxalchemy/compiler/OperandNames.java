package io.fluxalchemy.compiler;

import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.SetTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An operand of a set operation that becomes a sub-query in FROM, where each column needs a name of its own. */
final class OperandNames {

    private OperandNames() {}

    /** Whether the query has an order or takes a part of its rows. */
    static boolean isLimited(QueryTree query) {
        if (query instanceof SelectTree select) {
            return !select.orderBy().isEmpty() || select.limit() != null || select.offset() != null;
        }
        return query instanceof SetTree set
                && (!set.orderBy().isEmpty() || set.limit() != null || set.offset() != null);
    }

    /** The same query; its columns that have no name, or one that was there before, get one. */
    static QueryTree named(QueryTree query) {
        if (query instanceof SetTree set) {
            return new SetTree(
                    set.kind(), set.all(), named(set.left()), set.right(), set.orderBy(), set.limit(), set.offset());
        }
        return query instanceof SelectTree select ? select.withItems(named(select.items())) : query;
    }

    private static List<ItemTree> named(List<ItemTree> items) {
        Set<String> names = new HashSet<>();
        List<ItemTree> named = new ArrayList<>();
        for (ItemTree item : items) {
            String name =
                    item.alias() != null ? item.alias() : item.node() instanceof ColumnNode column ? column.name() : "";
            boolean isOwn = !name.isEmpty() && names.add(name);
            named.add(isOwn ? item : new ItemTree(item.node(), "part_" + named.size(), item.wrapping()));
        }
        return named;
    }
}
