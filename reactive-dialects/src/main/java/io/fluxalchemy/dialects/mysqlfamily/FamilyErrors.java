package io.fluxalchemy.dialects.mysqlfamily;

import io.fluxalchemy.dialect.StandardErrors;
import io.fluxalchemy.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/** The error codes of both manuals, which never give one number two meanings that matter here; SQLSTATEs are coarse. */
public final class FamilyErrors {

    private FamilyErrors() {}

    public static ErrorKind kind(@Nullable String sqlState, int code) {
        return switch (code) {
            case 1022, 1062, 1169, 1586 -> ErrorKind.UNIQUE_VIOLATION;
            case 1216, 1217, 1451, 1452, 1557 -> ErrorKind.FOREIGN_KEY_VIOLATION;
            case 1048, 1364, 1263 -> ErrorKind.NOT_NULL_VIOLATION;
            case 3819, 4025 -> ErrorKind.CHECK_VIOLATION;
            case 1213 -> ErrorKind.DEADLOCK;
            // a row read by this transaction was changed by another (innodb_snapshot_isolation)
            case 1020 -> ErrorKind.SERIALIZATION_FAILURE;
            case 1205 -> ErrorKind.LOCK_TIMEOUT;
            case 1969 -> ErrorKind.STATEMENT_TIMEOUT;
            case 1317, 3024 -> ErrorKind.CANCELLED;
            case 1290, 1792, 1836 -> ErrorKind.READ_ONLY;
            case 1044, 1142, 1143, 1227, 1370 -> ErrorKind.PERMISSION_DENIED;
            case 1045, 1698 -> ErrorKind.AUTHENTICATION_FAILED;
            case 1049, 1051, 1054, 1091, 1109, 1146, 1305, 4091 -> ErrorKind.UNDEFINED_OBJECT;
            case 1007, 1050, 1060, 1061, 1826, 4090 -> ErrorKind.DUPLICATE_OBJECT;
            case 1037, 1038, 1040, 1041, 1114, 1203, 1226 -> ErrorKind.RESOURCES_EXHAUSTED;
            case 1053, 1077, 1152, 1927, 2006, 2013 -> ErrorKind.CONNECTION_LOST;
            case 1264, 1265, 1292, 1300, 1365, 1366, 1406 -> ErrorKind.DATA;
            case 1064, 1149 -> ErrorKind.SYNTAX;
            case 1235, 1289 -> ErrorKind.UNSUPPORTED;
            case 1243, 1615 -> ErrorKind.STALE_PLAN;
            default -> StandardErrors.kind(sqlState);
        };
    }

    /** Of a deadlock, and of a row that another has changed (1020), the server undoes all; of a wait that was too long one statement. */
    public static boolean endsTransaction(ErrorKind kind) {
        return kind.isRetryable();
    }

    /** A lock that was waited for too long too: every wait has a bound here, and what its end undoes is one statement. */
    public static boolean isRetryable(ErrorKind kind) {
        return kind == ErrorKind.LOCK_TIMEOUT || kind.isRetryable();
    }
}
