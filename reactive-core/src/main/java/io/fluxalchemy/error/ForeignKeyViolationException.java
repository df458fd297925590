package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** A reference to a row that does not exist, or a delete of a row still referred to. */
public class ForeignKeyViolationException extends IntegrityException {

    private static final long serialVersionUID = 1L;

    public ForeignKeyViolationException(
            @Nullable String sqlState, int vendorCode, @Nullable String sql, @Nullable Throwable cause) {
        super(ErrorKind.FOREIGN_KEY_VIOLATION, sqlState, vendorCode, sql, cause);
    }
}
