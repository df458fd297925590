package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.OrderNode;
import io.fluxalchemy.sql.tree.WindowTree;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** Only this many rows before and after the row, and the row itself. */
    public Window rowsBetween(int preceding, int following) {
        if (preceding < 0 || following < 0) {
            throw new StatementException("rowsBetween(" + preceding + ", " + following
                    + "): both count rows away from the current one and cannot be negative");
        }
        return frame("rows between " + bound(preceding, "preceding") + " and " + bound(following, "following"));
    }

    /** The rows from the partition's first up to the row itself, for running totals. */
    public Window rowsFromStart() {
        return frame("rows between unbounded preceding and current row");
    }

    /** All rows of the partition, also where an order is given. */
    public Window allRows() {
        return frame("rows between unbounded preceding and unbounded following");
    }

    private static String bound(int rows, String direction) {
        return rows == 0 ? "current row" : rows + " " + direction;
    }

    private Window frame(@Nullable String frame) {
        return new Window(new WindowTree(tree.partitionBy(), tree.orderBy(), frame));
    }

    WindowTree tree() {
        return tree;
    }
}
