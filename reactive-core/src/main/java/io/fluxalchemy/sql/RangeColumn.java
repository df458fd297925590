package io.fluxalchemy.sql;

import io.fluxalchemy.type.Range;
import io.fluxalchemy.type.SqlType;

/** A column of ranges. */
public record RangeColumn<T extends Comparable<? super T>>(TableExpression table, String name, SqlType<Range<T>> type)
        implements RangeExpression<T>, Column<Range<T>> {}
