package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A write in a transaction or on a server that is read-only. */
public class ReadOnlyViolationException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public ReadOnlyViolationException(
            @Nullable String sqlState, int vendorCode, @Nullable String sql, @Nullable Throwable cause) {
        super(ErrorKind.READ_ONLY, sqlState, vendorCode, sql, cause);
    }
}
