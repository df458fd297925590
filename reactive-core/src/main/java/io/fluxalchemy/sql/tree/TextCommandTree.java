package io.fluxalchemy.sql.tree;

/** SQL text run for its row count. */
public record TextCommandTree(TextTree text) implements CommandTree {}
