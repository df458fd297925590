package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** The link to the server broke, or the server went away. Outside a transaction it is unknown whether a write was stored. */
public class ConnectionLostException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public ConnectionLostException(
            @Nullable String sqlState, int vendorCode, @Nullable String sql, @Nullable Throwable cause) {
        super(ErrorKind.CONNECTION_LOST, sqlState, vendorCode, sql, cause);
    }
}
