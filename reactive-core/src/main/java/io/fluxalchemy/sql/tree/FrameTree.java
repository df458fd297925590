package io.fluxalchemy.sql.tree;

/** The rows of a partition, from one bound to another, that a function over a window sees. */
public record FrameTree(Unit unit, FrameBound start, FrameBound end, Exclusion exclusion) {

    /** What a bound counts. */
    public enum Unit {
        ROWS,
        /** The difference to the current row's one order value. */
        RANGE,
        /** Groups of rows that are equal by the window's order. */
        GROUPS
    }

    /** Which rows around the current one are left out. */
    public enum Exclusion {
        NO_OTHERS,
        CURRENT_ROW,
        /** The current row and those equal to it by the window's order. */
        GROUP,
        /** The rows equal to the current one by the window's order, but not itself. */
        TIES
    }
}
