package io.fluxalchemy.compiler;

/**
 * One statement of a batch.
 *
 * @param sql what to run
 * @param firstRow the first row of the batch it writes
 * @param rowCount how many rows it writes
 * @param shape how its result tells the rows apart
 */
public record BatchChunk(BoundSql sql, int firstRow, int rowCount, Shape shape) {

    /** How the result of a chunk is matched to its rows. */
    public enum Shape {
        /** The result's first column is the row's place in the chunk, counted from 1; a missing place was not written. */
        ORDINAL,
        /** The n-th result row belongs to the n-th row of the chunk; fewer or more rows are an error. */
        IN_ORDER,
        /** Only the number of affected rows is known. */
        COUNT
    }
}
