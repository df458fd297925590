package io.fluxalchemy.sql;

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
}
