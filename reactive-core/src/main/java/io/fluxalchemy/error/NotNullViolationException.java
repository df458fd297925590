package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A NULL in a column that refuses it. */
public class NotNullViolationException extends IntegrityException {

    private static final long serialVersionUID = 1L;

    public NotNullViolationException(
            @Nullable String sqlState, int vendorCode, @Nullable String sql, @Nullable Throwable cause) {
        super(ErrorKind.NOT_NULL_VIOLATION, sqlState, vendorCode, sql, cause);
    }
}
