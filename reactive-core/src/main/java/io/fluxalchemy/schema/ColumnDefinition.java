package io.fluxalchemy.schema;

import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table: name, type, nullability, and what fills it when an insert gives no value.
 *
 * @param comment what the database keeps beside the column for its readers; null for nothing
 */
public record ColumnDefinition(
        String name,
        SqlType<?> type,
        boolean nullable,
        @Nullable Generation generation,
        @Nullable String comment) {

    /** Without a comment. */
    public ColumnDefinition(String name, SqlType<?> type, boolean nullable, @Nullable Generation generation) {
        this(name, type, nullable, generation, null);
    }
}
