package io.fluxalchemy.dialects.h2;

import io.fluxalchemy.dialect.StandardErrors;
import io.fluxalchemy.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/** The constants of H2's ErrorCode. */
final class H2Errors {

    private H2Errors() {}

    static ErrorKind kind(@Nullable String sqlState, int code) {
        return switch (code) {
            case 40001 -> ErrorKind.DEADLOCK;
            case 23503, 23506 -> ErrorKind.FOREIGN_KEY_VIOLATION;
            case 23513, 23514 -> ErrorKind.CHECK_VIOLATION;
            case 50200 -> ErrorKind.LOCK_TIMEOUT;
            // a row changed by another transaction under repeatable read and above
            case 90131 -> ErrorKind.SERIALIZATION_FAILURE;
            // the driver cannot cancel: what stops a statement is its timeout
            case 57014, 90051 -> ErrorKind.STATEMENT_TIMEOUT;
            case 90096 -> ErrorKind.PERMISSION_DENIED;
            case 28000 -> ErrorKind.AUTHENTICATION_FAILED;
            case 90097 -> ErrorKind.READ_ONLY;
            case 42102, 42103, 42104, 42122, 90022, 90079, 90036 -> ErrorKind.UNDEFINED_OBJECT;
            case 42101, 42111, 42121, 90035, 90045, 90078 -> ErrorKind.DUPLICATE_OBJECT;
            case 90067, 90098, 90121, 90007 -> ErrorKind.CONNECTION_LOST;
            case 90100, 90108 -> ErrorKind.RESOURCES_EXHAUSTED;
            case 50100 -> ErrorKind.UNSUPPORTED;
            default -> StandardErrors.kind(sqlState);
        };
    }
}
