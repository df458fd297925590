package io.fluxalchemy.sql;

/** A column of a table: an expression that may be assigned. */
public interface Column<T> extends Expression<T> {

    String name();

    TableExpression table();
}
