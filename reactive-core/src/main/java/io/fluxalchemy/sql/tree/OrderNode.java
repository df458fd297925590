package io.fluxalchemy.sql.tree;

import org.jspecify.annotations.Nullable;

/**
 * One item of ORDER BY.
 *
 * @param nullsFirst null leaves the place of NULLs to the database
 */
public record OrderNode(
        Node expression, boolean ascending, @Nullable Boolean nullsFirst) {}
