package io.fluxalchemy.sql.tree;

/** One {@code WHEN condition THEN result}. */
public record CaseBranch(Node condition, Node result) {}
