package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.GroupingNode;
import io.fluxalchemy.sql.tree.Node;
import java.util.Arrays;
import java.util.List;

/** Several groupings of one query at once: {@code rollup}, {@code cube} or {@code groupingSets}. Immutable. */
public final class Grouping {

    private final GroupingNode node;

    private Grouping(GroupingNode node) {
        this.node = node;
    }

    static Grouping each(GroupingNode.Kind kind, Selectable<?>... elements) {
        if (elements.length == 0) {
            throw new StatementException(kind.sql() + "() needs something to group by");
        }
        return sets(kind, Arrays.stream(elements).map(List::of).toList());
    }

    static Grouping sets(GroupingNode.Kind kind, List<? extends List<? extends Selectable<?>>> sets) {
        return new Grouping(
                new GroupingNode(kind, sets.stream().map(Grouping::nodes).toList()));
    }

    private static List<Node> nodes(List<? extends Selectable<?>> set) {
        return set.stream()
                .flatMap(each -> each.selection().items().stream())
                .map(SelectItem::node)
                .toList();
    }

    GroupingNode node() {
        return node;
    }
}
