package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/**
 * A statement or commit in a transaction that an earlier error had already aborted; nothing of it is stored. Where that error is
 * known, it is the {@link #origin()}, and it decides whether a retry may help.
 */
public class TransactionAbortedException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Throwable origin;

    public TransactionAbortedException(
            @Nullable String sqlState, int vendorCode, @Nullable String sql, @Nullable Throwable cause) {
        this(sqlState, vendorCode, sql, cause, null);
    }

    /** @param origin the error that aborted the transaction; also added to the suppressed exceptions, so traces show it */
    public TransactionAbortedException(
            @Nullable String sqlState,
            int vendorCode,
            @Nullable String sql,
            @Nullable Throwable cause,
            @Nullable Throwable origin) {
        super(ErrorKind.TRANSACTION_ABORTED, sqlState, vendorCode, sql, cause);
        this.origin = origin;
        if (origin != null) {
            addSuppressed(origin);
        }
    }

    /** The error that aborted the transaction; null where it was not seen. */
    public @Nullable Throwable origin() {
        return origin;
    }
}
