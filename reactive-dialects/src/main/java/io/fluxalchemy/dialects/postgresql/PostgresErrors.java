package io.fluxalchemy.dialects.postgresql;

import io.fluxalchemy.dialect.StandardErrors;
import io.fluxalchemy.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/** Appendix A of the manual: SQLSTATEs and what they mean. */
final class PostgresErrors {

    private PostgresErrors() {}

    static ErrorKind kind(@Nullable String sqlState, @Nullable String message) {
        if (sqlState == null || sqlState.length() != 5) {
            return ErrorKind.OTHER;
        }
        return switch (sqlState) {
            case "23P01" -> ErrorKind.EXCLUSION_VIOLATION;
            case "40P01" -> ErrorKind.DEADLOCK;
            case "55P03" -> ErrorKind.LOCK_TIMEOUT;
            // the same state says that somebody cancelled and that statement_timeout did; only the text differs
            case "57014" ->
                message != null && message.contains("statement timeout")
                        ? ErrorKind.STATEMENT_TIMEOUT
                        : ErrorKind.CANCELLED;
            case "25P02" -> ErrorKind.TRANSACTION_ABORTED;
            case "25P03", "25P04" -> ErrorKind.TRANSACTION_TIMEOUT;
            case "0A000" ->
                message != null && message.contains("cached plan") ? ErrorKind.STALE_PLAN : ErrorKind.UNSUPPORTED;
            case "26000" -> ErrorKind.STALE_PLAN;
            case "42501" -> ErrorKind.PERMISSION_DENIED;
            case "42P01", "42703", "42883", "42704", "3F000", "3D000" -> ErrorKind.UNDEFINED_OBJECT;
            case "42P07", "42701", "42710", "42P06", "42P04", "42723" -> ErrorKind.DUPLICATE_OBJECT;
            case "57P01", "57P02", "57P03", "57P05" -> ErrorKind.CONNECTION_LOST;
            default -> byClass(sqlState);
        };
    }

    private static ErrorKind byClass(String sqlState) {
        return switch (sqlState.substring(0, 2)) {
            case "53", "54", "58" -> ErrorKind.RESOURCES_EXHAUSTED;
            default -> StandardErrors.kind(sqlState);
        };
    }
}
