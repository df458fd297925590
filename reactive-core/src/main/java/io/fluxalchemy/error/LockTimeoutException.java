package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A lock was not granted in time, or at once where {@code nowait} was asked for. */
public class LockTimeoutException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public LockTimeoutException(
            @Nullable String sqlState, int vendorCode, @Nullable String sql, @Nullable Throwable cause) {
        super(ErrorKind.LOCK_TIMEOUT, sqlState, vendorCode, sql, cause);
    }
}
