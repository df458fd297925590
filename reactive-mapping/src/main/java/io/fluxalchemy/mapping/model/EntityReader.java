package io.fluxalchemy.mapping.model;

import io.fluxalchemy.sql.RowValues;
import org.jspecify.annotations.Nullable;

/**
 * What a session attaches to its statements ({@link RowValues#attachment()}): makes of a row's columns the session's one object
 * for that row. The reader of {@code EntityTable.selection()} delegates to it.
 */
public interface EntityReader {

    /**
     * The entity whose columns, in the model's order, start at {@code from}; null where the id is NULL, as in a missed outer join.
     */
    <E> @Nullable E read(EntityModel<E> model, RowValues row, int from);
}
