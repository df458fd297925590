package io.fluxalchemy.sql;

import org.jspecify.annotations.Nullable;

/** Reads one value from a row whose items start at a position. Stateless; used by any number of statements at once. */
@FunctionalInterface
public interface RowReader<T> {

    /** The value of the items from {@code from} on; null where the row has none, such as a missed outer join. */
    @Nullable
    T read(RowValues row, int from);
}
