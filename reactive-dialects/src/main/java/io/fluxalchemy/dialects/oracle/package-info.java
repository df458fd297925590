/**
 * Oracle Database 23ai and later: its facts and syntaxes, after the SQL Language Reference. Parts of the tree go in, SQL text comes
 * out; no I/O. Start reading at {@link io.fluxalchemy.dialects.oracle.OracleDialect}.
 */
@NullMarked
package io.fluxalchemy.dialects.oracle;

import org.jspecify.annotations.NullMarked;
