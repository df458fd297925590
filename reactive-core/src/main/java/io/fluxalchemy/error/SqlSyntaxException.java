package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A statement the database does not understand, or whose names do not fit what exists there. */
public class SqlSyntaxException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public SqlSyntaxException(
            ErrorKind kind,
            @Nullable String sqlState,
            int vendorCode,
            @Nullable String sql,
            @Nullable Throwable cause) {
        super(kind, sqlState, vendorCode, sql, cause);
    }
}
