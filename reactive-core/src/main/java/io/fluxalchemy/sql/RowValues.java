package io.fluxalchemy.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row's values by position, already converted by the {@link io.fluxalchemy.type.SqlType} of their select item. Valid only
 * while its row is being read.
 */
public interface RowValues {

    /**
     * The value at a position, counted from 0; null for SQL NULL.
     *
     * @throws io.fluxalchemy.error.ConversionException if the stored value does not fit; names the column
     */
    @Nullable
    Object get(int index);

    /** What the reader of the rows was given besides them, such as a session's identity map; null where rows are read alone. */
    @Nullable
    Object attachment();

    /**
     * This row as one that outlives its reading: every selected value is read now, and found later by what was selected or by
     * its label.
     *
     * @param selected in the order of the items, which start at {@code from}; the same list for every row. Empty for the rows of
     *     a statement of text, whose columns are found by label alone
     */
    SqlRow detach(List<? extends Selectable<?>> selected, int from);
}
