package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.OrderNode;
import io.fluxalchemy.sql.tree.WindowTree;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The rows around a row that a window function sees: a partition, an order in it, a frame. Immutable. */
public final class Window {

    private final WindowTree tree;

    Window(List<Node> partitionBy) {
        this(new WindowTree(partitionBy, List.of(), null));
    }

    private Window(WindowTree tree) {
        this.tree = tree;
    }

    public Window orderBy(Order... orders) {
        List<OrderNode> all = Stream.concat(
                        tree.orderBy().stream(), Arrays.stream(orders).map(Order::node))
                .toList();
        return new Window(new WindowTree(tree.partitionBy(), all, tree.frame()));
    }

    /** Only these rows of the partition: {@code frame(rows(preceding(2), currentRow()))}. */
    public Window frame(Frame frame) {
        return new Window(new WindowTree(tree.partitionBy(), tree.orderBy(), frame.tree()));
    }

    /** Only this many rows before and after the row, and the row itself. */
    public Window rowsBetween(int preceding, int following) {
        return frame(WindowVerbs.rows(bound(preceding, true), bound(following, false)));
    }

    /** The rows from the partition's first up to the row itself, for running totals. */
    public Window rowsFromStart() {
        return frame(WindowVerbs.rows(WindowVerbs.unboundedPreceding(), WindowVerbs.currentRow()));
    }

    /** All rows of the partition, also where an order is given. */
    public Window allRows() {
        return frame(WindowVerbs.rows(WindowVerbs.unboundedPreceding(), WindowVerbs.unboundedFollowing()));
    }

    private static Frame.Bound bound(int rows, boolean preceding) {
        return rows == 0
                ? WindowVerbs.currentRow()
                : preceding ? WindowVerbs.preceding(rows) : WindowVerbs.following(rows);
    }

    WindowTree tree() {
        return tree;
    }
}
