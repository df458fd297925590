package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.FrameBound;
import io.fluxalchemy.sql.tree.FrameTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.TemplateNode;
import java.math.BigDecimal;
import java.time.temporal.TemporalAmount;
import java.util.List;

/**
 * The rows around the current one that a function over a window sees: {@code rows(preceding(2), currentRow())}. Immutable.
 */
public final class Frame {

    private final FrameTree tree;

    private Frame(FrameTree tree) {
        this.tree = tree;
    }

    static Frame between(FrameTree.Unit unit, Bound start, Bound end) {
        FrameBound.Kind first = start.bound.kind();
        FrameBound.Kind last = end.bound.kind();
        if (first.compareTo(last) > 0
                || first == FrameBound.Kind.UNBOUNDED_FOLLOWING
                || last == FrameBound.Kind.UNBOUNDED_PRECEDING) {
            throw new StatementException("a frame from " + first.sql().trim() + " to "
                    + last.sql().trim() + " ends before it begins: say the earlier bound first");
        }
        boolean whole = unit == FrameTree.Unit.RANGE || (start.whole && end.whole);
        if (!whole) {
            throw new StatementException(
                    "only range(…) takes a distance that is not a whole number, rows and groups are counted");
        }
        return new Frame(new FrameTree(unit, start.bound, end.bound, FrameTree.Exclusion.NO_OTHERS));
    }

    /** Without the current row. */
    public Frame excludeCurrentRow() {
        return exclude(FrameTree.Exclusion.CURRENT_ROW);
    }

    /** Without the current row and those equal to it by the window's order. */
    public Frame excludeGroup() {
        return exclude(FrameTree.Exclusion.GROUP);
    }

    /** Without the rows equal to the current one by the window's order, but with itself. */
    public Frame excludeTies() {
        return exclude(FrameTree.Exclusion.TIES);
    }

    private Frame exclude(FrameTree.Exclusion exclusion) {
        return new Frame(new FrameTree(tree.unit(), tree.start(), tree.end(), exclusion));
    }

    FrameTree tree() {
        return tree;
    }

    /** Where a frame begins or ends. Immutable. */
    public static final class Bound {

        private final FrameBound bound;
        private final boolean whole;

        private Bound(FrameBound bound, boolean whole) {
            this.bound = bound;
            this.whole = whole;
        }

        static Bound of(FrameBound.Kind kind) {
            return new Bound(new FrameBound(kind, null), true);
        }

        /** Written as it is, as a distance in numbers is. */
        static Bound of(FrameBound.Kind kind, TemporalAmount distance) {
            return new Bound(
                    new FrameBound(
                            kind, null, TimeArithmetic.interval(kind.sql().trim(), distance)),
                    false);
        }

        /** Written as it is: databases take no bound value here, and a distance is part of what the statement says. */
        static Bound of(FrameBound.Kind kind, BigDecimal distance) {
            if (distance.signum() < 0) {
                throw new StatementException(kind.sql().trim() + "(" + distance
                        + "): a distance cannot be negative, say the other direction");
            }
            Node node = new TemplateNode(distance.toPlainString(), List.of());
            return new Bound(new FrameBound(kind, node), distance.scale() <= 0);
        }
    }
}
