/**
 * The query language as immutable values: expressions with a kind, statements with verbs. In go Java values and columns, out
 * come statements that wrap one record of {@code io.fluxalchemy.sql.tree}. Pure: no driver, no I/O. Start reading at
 * {@link io.fluxalchemy.sql.Select}.
 */
@NullMarked
package io.fluxalchemy.sql;

import org.jspecify.annotations.NullMarked;
