package io.fluxalchemy.sql;

import io.fluxalchemy.type.SqlType;

/**
 * A column of arrays.
 *
 * @param <A> the Java class of the array
 * @param <E> the Java class of its elements
 */
public record ArrayColumn<A, E>(TableExpression table, String name, SqlType<A> type)
        implements ArrayExpression<A, E>, Column<A> {}
