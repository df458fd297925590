/**
 * The contract of one database: facts, limits, error kinds, and syntaxes that write one clause each. Parts of the tree go in,
 * text comes out through a {@link io.fluxalchemy.dialect.SqlWriter}; no I/O. Start reading at
 * {@link io.fluxalchemy.dialect.Dialect}; {@link io.fluxalchemy.dialect.AnsiDialect} is the plainest one.
 */
@NullMarked
package io.fluxalchemy.dialect;

import org.jspecify.annotations.NullMarked;
