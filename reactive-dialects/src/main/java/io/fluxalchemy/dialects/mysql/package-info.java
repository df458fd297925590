/**
 * MySQL, which TiDB speaks too: facts, and the syntaxes in which it differs from MariaDB. Trees go in, SQL comes out. Start reading
 * at {@link io.fluxalchemy.dialects.mysql.MySqlDialect}.
 */
@NullMarked
package io.fluxalchemy.dialects.mysql;

import org.jspecify.annotations.NullMarked;
