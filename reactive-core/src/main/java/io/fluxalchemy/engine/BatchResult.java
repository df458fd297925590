package io.fluxalchemy.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link io.fluxalchemy.sql.Batch} did.
 *
 * @param affected rows written
 * @param rows for each row of the batch the returned values (an empty array where nothing was asked for), null for a row that
 *     was not written; empty where the database reports only the count
 */
public record BatchResult(long affected, List<@Nullable Object @Nullable []> rows) {

    /** Whether it is known for each row if it was written. */
    public boolean isPerRow() {
        return !rows.isEmpty();
    }
}
