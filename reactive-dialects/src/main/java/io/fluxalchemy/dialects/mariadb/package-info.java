/**
 * MariaDB 10.6 and later: its facts and syntaxes. Parts of the tree go in, SQL text comes out; no I/O. Start reading at
 * {@link io.fluxalchemy.dialects.mariadb.MariaDbDialect}.
 */
@NullMarked
package io.fluxalchemy.dialects.mariadb;

import org.jspecify.annotations.NullMarked;
