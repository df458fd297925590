package io.fluxalchemy.dialect;

import io.fluxalchemy.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/** The meaning of SQLSTATEs as far as the standard and common practice agree on them. */
public final class StandardErrors {

    private StandardErrors() {}

    /** The kind by the state's class, or more exactly where the state is a common one. */
    public static ErrorKind kind(@Nullable String sqlState) {
        if (sqlState == null || sqlState.length() != 5) {
            return ErrorKind.OTHER;
        }
        return switch (sqlState) {
            case "23502" -> ErrorKind.NOT_NULL_VIOLATION;
            case "23503" -> ErrorKind.FOREIGN_KEY_VIOLATION;
            case "23505" -> ErrorKind.UNIQUE_VIOLATION;
            case "23514" -> ErrorKind.CHECK_VIOLATION;
            case "25006" -> ErrorKind.READ_ONLY;
            case "40001" -> ErrorKind.SERIALIZATION_FAILURE;
            default -> byClass(sqlState.substring(0, 2));
        };
    }

    private static ErrorKind byClass(String stateClass) {
        return switch (stateClass) {
            case "08" -> ErrorKind.CONNECTION_LOST;
            case "0A" -> ErrorKind.UNSUPPORTED;
            case "22" -> ErrorKind.DATA;
            case "23", "27", "44" -> ErrorKind.INTEGRITY_VIOLATION;
            case "28" -> ErrorKind.AUTHENTICATION_FAILED;
            case "40" -> ErrorKind.SERIALIZATION_FAILURE;
            case "42" -> ErrorKind.SYNTAX;
            default -> ErrorKind.OTHER;
        };
    }
}
