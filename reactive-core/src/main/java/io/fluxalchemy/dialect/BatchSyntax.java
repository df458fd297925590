package io.fluxalchemy.dialect;

import io.fluxalchemy.sql.Batch;

/** How one statement writes many rows of one table. */
public interface BatchSyntax {

    /** The most rows of this batch that one statement writes; at least 1. */
    int maxRows(Batch batch, int maxBinds);

    /** Whether the text is another one for each number of rows above 1. */
    boolean dependsOnRows(Batch batch);

    /**
     * Writes the statement for a number of rows of a batch, which may be all of them or a part.
     *
     * @return how its result tells the rows apart
     */
    BatchShape write(BatchWriter out, Batch batch, int rows);
}
