package io.fluxalchemy.sql;

import io.fluxalchemy.type.SqlType;

/** A column of values of any other type: uuid, enum, bytes, types of the user's. */
public record ValueColumn<T>(TableExpression table, String name, SqlType<T> type)
        implements ValueExpression<T>, Column<T> {}
