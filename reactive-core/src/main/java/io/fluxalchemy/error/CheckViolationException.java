package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A row that breaks a check constraint. */
public class CheckViolationException extends IntegrityException {

    private static final long serialVersionUID = 1L;

    public CheckViolationException(
            @Nullable String sqlState, int vendorCode, @Nullable String sql, @Nullable Throwable cause) {
        super(ErrorKind.CHECK_VIOLATION, sqlState, vendorCode, sql, cause);
    }
}
