package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A statement the database does not understand, or that names something that does not exist there. */
public class SqlSyntaxException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public SqlSyntaxException(
            @Nullable String sqlState, int vendorCode, @Nullable String sql, @Nullable Throwable cause) {
        super(ErrorKind.SYNTAX, sqlState, vendorCode, sql, cause);
    }
}
