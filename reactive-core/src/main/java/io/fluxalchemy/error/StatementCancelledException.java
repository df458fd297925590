package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A statement stopped on the server by its timeout or by a cancel request. */
public class StatementCancelledException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public StatementCancelledException(
            @Nullable String sqlState, int vendorCode, @Nullable String sql, @Nullable Throwable cause) {
        super(ErrorKind.CANCELLED, sqlState, vendorCode, sql, cause);
    }
}
