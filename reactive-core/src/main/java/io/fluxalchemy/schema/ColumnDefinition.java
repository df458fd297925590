package io.fluxalchemy.schema;

import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A column of a table: name, type, nullability, and what fills it when an insert gives no value. */
public record ColumnDefinition(
        String name,
        SqlType<?> type,
        boolean nullable,
        @Nullable Generation generation) {}
