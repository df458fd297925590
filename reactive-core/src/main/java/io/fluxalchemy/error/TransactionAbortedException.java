package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A statement or commit in a transaction that an earlier error had already aborted; nothing of it is stored. That error, where it is known, is the cause and this one's report from the driver is suppressed onto it. */
public class TransactionAbortedException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public TransactionAbortedException(
            @Nullable String sqlState, int vendorCode, @Nullable String sql, @Nullable Throwable cause) {
        super(ErrorKind.TRANSACTION_ABORTED, sqlState, vendorCode, sql, cause);
    }
}
