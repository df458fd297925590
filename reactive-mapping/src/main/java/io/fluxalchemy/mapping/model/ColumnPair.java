package io.fluxalchemy.mapping.model;

import io.fluxalchemy.type.SqlType;

/** Two columns of two tables that hold the same value where their rows belong together. */
public record ColumnPair(String left, String right, SqlType<?> type) {

    ColumnPair turned() {
        return new ColumnPair(right, left, type);
    }
}
