package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A statement stopped on the server: by its timeout, its transaction's, or a cancel request. */
public class StatementCancelledException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public StatementCancelledException(
            ErrorKind kind,
            @Nullable String sqlState,
            int vendorCode,
            @Nullable String sql,
            @Nullable Throwable cause) {
        super(kind, sqlState, vendorCode, sql, cause);
    }
}
