package io.fluxalchemy.sql;

import io.fluxalchemy.type.SqlType;

/** A column of truth values, which may stand as a condition: {@code where(AUTHOR.active)}. */
public record BooleanColumn(TableExpression table, String name, SqlType<Boolean> type)
        implements Condition, Column<Boolean> {}
