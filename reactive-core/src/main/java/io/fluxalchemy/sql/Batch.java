package io.fluxalchemy.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of write to many rows of one table, all of one shape. The compiler turns it into as few statements as the dialect's
 * limits allow, in whatever form that database runs best; results are reported per row, in the order of {@link #rows()}.
 *
 * <p>Each row holds one Java value (or null) per column of {@link #columns()}. Rows are not copied: do not change them while
 * the batch runs.
 */
public sealed interface Batch {

    TableExpression table();

    /** The columns each row gives a value for, in the order of the row's values. */
    List<Column<?>> columns();

    List<@Nullable Object[]> rows();

    /**
     * Rows to insert.
     *
     * @param returning columns whose stored values come back for each row: generated keys, server defaults; may be empty
     */
    record Insert(
            TableExpression table, List<Column<?>> columns, List<@Nullable Object[]> rows, List<Column<?>> returning)
            implements Batch {}

    /**
     * Rows to update. The first {@code keys} columns find the row (id, and the version last seen), the others are set.
     *
     * <p>A column may stand in both parts: an optimistic lock compares the old version and sets the new one.
     */
    record Update(TableExpression table, List<Column<?>> columns, int keys, List<@Nullable Object[]> rows)
            implements Batch {}

    /** Rows to delete; all columns together find the row. */
    record Delete(TableExpression table, List<Column<?>> columns, List<@Nullable Object[]> rows) implements Batch {}
}
