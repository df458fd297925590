/**
 * SQL Server 2022 and later: its facts and syntaxes, after Microsoft's reference of Transact-SQL. Parts of the tree go in, SQL text
 * comes out; no I/O. Start reading at {@link io.fluxalchemy.dialects.sqlserver.SqlServerDialect}.
 */
@NullMarked
package io.fluxalchemy.dialects.sqlserver;

import org.jspecify.annotations.NullMarked;
