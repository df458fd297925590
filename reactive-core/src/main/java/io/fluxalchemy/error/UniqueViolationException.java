package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A second row with the same key. */
public class UniqueViolationException extends IntegrityException {

    private static final long serialVersionUID = 1L;

    public UniqueViolationException(
            @Nullable String sqlState, int vendorCode, @Nullable String sql, @Nullable Throwable cause) {
        super(ErrorKind.UNIQUE_VIOLATION, sqlState, vendorCode, sql, cause);
    }
}
