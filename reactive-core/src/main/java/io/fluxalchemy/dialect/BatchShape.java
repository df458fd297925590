package io.fluxalchemy.dialect;

/** How the result of one statement of a batch is matched to its rows. */
public enum BatchShape {
    /** The result's first column is the row's place in the statement, counted from 1; a missing place was not written. */
    ORDINAL,
    /**
     * One row of arrays, one element for each row written: first the places, as those of {@link #ORDINAL}, then one array for each
     * column that comes back. NULL instead of the arrays where nothing was written.
     */
    GATHERED,
    /** The n-th result row belongs to the n-th row of the statement; fewer or more rows are an error. */
    IN_ORDER,
    /** Only the number of affected rows is known. */
    COUNT
}
