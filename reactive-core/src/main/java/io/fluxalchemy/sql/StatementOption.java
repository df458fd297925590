package io.fluxalchemy.sql;

/**
 * Something said about how rows of {@code R} are loaded. Core carries options and knows none: the mapping layer's load paths
 * are such. The engine refuses a query with options it does not know, so none is lost.
 */
public interface StatementOption<R> {}
