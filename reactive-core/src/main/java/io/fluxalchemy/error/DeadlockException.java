package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** Chosen as the victim of a deadlock. Running the whole transaction again may succeed: {@code retry}. */
public class DeadlockException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public DeadlockException(
            @Nullable String sqlState, int vendorCode, @Nullable String sql, @Nullable Throwable cause) {
        super(ErrorKind.DEADLOCK, sqlState, vendorCode, sql, cause);
    }
}
