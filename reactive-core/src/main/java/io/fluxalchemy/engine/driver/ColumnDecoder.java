package io.fluxalchemy.engine.driver;

import io.r2dbc.spi.Row;
import org.jspecify.annotations.Nullable;

/** Reads one column of each row into the canonical class of its storage. Chosen once per statement, stateless. */
@FunctionalInterface
public interface ColumnDecoder {

    /**
     * The canonical value, or null for SQL NULL.
     *
     * @throws io.fluxalchemy.error.ConversionException if the value has no exact counterpart; the caller adds the column's name
     */
    @Nullable
    Object decode(Row row, int index);
}
