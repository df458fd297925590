package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A write the database refused to keep its data whole; the subclasses say which rule. */
public class IntegrityException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public IntegrityException(
            ErrorKind kind,
            @Nullable String sqlState,
            int vendorCode,
            @Nullable String sql,
            @Nullable Throwable cause) {
        super(kind, sqlState, vendorCode, sql, cause);
    }
}
