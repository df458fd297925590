package io.fluxalchemy.sql;

import io.fluxalchemy.type.SqlType;

/** A column of numbers. */
public record NumericColumn<N extends Number>(TableExpression table, String name, SqlType<N> type)
        implements NumericExpression<N>, Column<N> {}
