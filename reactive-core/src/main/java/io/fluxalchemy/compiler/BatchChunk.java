package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.BatchShape;

/**
 * One statement of a batch.
 *
 * @param sql what to run
 * @param firstRow the first row of the batch it writes
 * @param rowCount how many rows it writes
 * @param shape how its result tells the rows apart
 */
public record BatchChunk(BoundSql sql, int firstRow, int rowCount, BatchShape shape) {}
