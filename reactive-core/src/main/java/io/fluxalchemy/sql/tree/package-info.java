/**
 * The tree behind the query language: records without verbs, families sealed, equality by structure. Bound values take no part
 * in equality, so that a tree is its own key in the cache of compiled statements. Start reading at
 * {@link io.fluxalchemy.sql.tree.Node}.
 */
@NullMarked
package io.fluxalchemy.sql.tree;

import org.jspecify.annotations.NullMarked;
