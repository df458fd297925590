package io.fluxalchemy.sql;

/** One table to join and the condition to join it on. */
public record JoinStep(TableExpression table, Condition on) {}
