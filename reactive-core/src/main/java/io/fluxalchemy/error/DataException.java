package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A value the database refuses: too long, out of range, not of the column's form. */
public class DataException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public DataException(@Nullable String sqlState, int vendorCode, @Nullable String sql, @Nullable Throwable cause) {
        super(ErrorKind.DATA, sqlState, vendorCode, sql, cause);
    }
}
