package io.fluxalchemy.sql.tree;

/** What the limit of a query counts. */
public enum LimitKind {
    ROWS,
    /** Rows, and those that the order does not tell from the last of them. */
    WITH_TIES,
    /** Hundredths of the rows there would be without a limit, rounded up. */
    PERCENT
}
