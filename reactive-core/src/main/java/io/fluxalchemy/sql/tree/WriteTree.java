package io.fluxalchemy.sql.tree;

/** A command whose returned rows are read, as a common table expression. */
public record WriteTree(CommandTree command) implements QueryTree {}
