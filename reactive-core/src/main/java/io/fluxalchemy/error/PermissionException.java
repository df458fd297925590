package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** The database user lacks the right this statement needs. */
public class PermissionException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public PermissionException(
            @Nullable String sqlState, int vendorCode, @Nullable String sql, @Nullable Throwable cause) {
        super(ErrorKind.PERMISSION_DENIED, sqlState, vendorCode, sql, cause);
    }
}
