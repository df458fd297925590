package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** Transactions that ran at once have no serial order. Running the whole transaction again may succeed: {@code retry}. */
public class SerializationFailureException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public SerializationFailureException(
            @Nullable String sqlState, int vendorCode, @Nullable String sql, @Nullable Throwable cause) {
        super(ErrorKind.SERIALIZATION_FAILURE, sqlState, vendorCode, sql, cause);
    }
}
