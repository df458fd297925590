package io.fluxalchemy.sql;

import io.fluxalchemy.type.SqlType;

/** A column of JSON documents. */
public record JsonColumn<T>(TableExpression table, String name, SqlType<T> type)
        implements JsonExpression<T>, Column<T> {}
