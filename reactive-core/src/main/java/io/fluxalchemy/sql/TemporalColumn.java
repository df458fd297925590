package io.fluxalchemy.sql;

import io.fluxalchemy.type.SqlType;
import java.time.temporal.Temporal;

/** A column of dates, times or points in time. */
public record TemporalColumn<T extends Temporal>(TableExpression table, String name, SqlType<T> type)
        implements TemporalExpression<T>, Column<T> {}
