package io.fluxalchemy.sql.tree;

/** A statement that yields rows and may stand inside another. */
public sealed interface QueryTree permits SelectTree, SetTree, TextTree, WriteTree {}
