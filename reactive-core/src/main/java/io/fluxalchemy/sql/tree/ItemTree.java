package io.fluxalchemy.sql.tree;

import org.jspecify.annotations.Nullable;

/** One item of a select list or of RETURNING, with its label if it has one. */
public record ItemTree(Node node, @Nullable String alias) {}
