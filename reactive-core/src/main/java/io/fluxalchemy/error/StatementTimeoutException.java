package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A statement that ran longer than it was allowed to; the server stopped it. */
public class StatementTimeoutException extends StatementCancelledException {

    private static final long serialVersionUID = 1L;

    public StatementTimeoutException(
            @Nullable String sqlState, int vendorCode, @Nullable String sql, @Nullable Throwable cause) {
        super(ErrorKind.STATEMENT_TIMEOUT, sqlState, vendorCode, sql, cause);
    }
}
