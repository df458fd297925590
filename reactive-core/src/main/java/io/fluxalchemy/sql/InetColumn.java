package io.fluxalchemy.sql;

import io.fluxalchemy.type.Inet;
import io.fluxalchemy.type.SqlType;

/** A column of addresses. */
public record InetColumn(TableExpression table, String name, SqlType<Inet> type)
        implements InetExpression, Column<Inet> {}
