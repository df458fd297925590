package io.fluxalchemy.sql;

import io.fluxalchemy.type.SqlType;

/** A column of text. */
public record TextColumn(TableExpression table, String name, SqlType<String> type)
        implements TextExpression, Column<String> {}
