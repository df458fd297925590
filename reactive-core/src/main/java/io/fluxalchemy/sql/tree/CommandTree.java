package io.fluxalchemy.sql.tree;

/** A statement that writes. */
public sealed interface CommandTree permits InsertTree, UpdateTree, DeleteTree, TextCommandTree {}
