package io.fluxalchemy.sql;

/** A truth value of SQL: true, false or unknown. */
public interface Condition extends Expression<Boolean> {}
