/**
 * PostgreSQL: its facts and syntaxes. Parts of the tree go in, SQL text comes out; no I/O. Start reading at
 * {@link io.fluxalchemy.dialects.postgresql.PostgresDialect}.
 */
@NullMarked
package io.fluxalchemy.dialects.postgresql;

import org.jspecify.annotations.NullMarked;
