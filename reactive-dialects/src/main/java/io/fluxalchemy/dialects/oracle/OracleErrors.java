package io.fluxalchemy.dialects.oracle;

import io.fluxalchemy.dialect.StandardErrors;
import io.fluxalchemy.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/** What ORA numbers mean. */
final class OracleErrors {

    private OracleErrors() {}

    static ErrorKind kind(@Nullable String sqlState, int code) {
        return switch (code) {
            case 1 -> ErrorKind.UNIQUE_VIOLATION;
            case 2291, 2292 -> ErrorKind.FOREIGN_KEY_VIOLATION;
            case 1400, 1407 -> ErrorKind.NOT_NULL_VIOLATION;
            case 2290 -> ErrorKind.CHECK_VIOLATION;
            case 60 -> ErrorKind.DEADLOCK;
            case 8177 -> ErrorKind.SERIALIZATION_FAILURE;
            case 54, 30006, 4021 -> ErrorKind.LOCK_TIMEOUT;
            case 40, 51 -> ErrorKind.STATEMENT_TIMEOUT;
            case 1013, 28 -> ErrorKind.CANCELLED;
            case 1456, 1466, 16000 -> ErrorKind.READ_ONLY;
            case 1401,
                    1426,
                    1438,
                    1476,
                    1722,
                    1830,
                    1839,
                    1840,
                    1841,
                    1843,
                    1847,
                    1858,
                    1861,
                    1873,
                    6502,
                    12899,
                    40441 -> ErrorKind.DATA;
            case 900, 905, 906, 907, 911, 917, 923, 933, 936, 937, 979, 1747 -> ErrorKind.SYNTAX;
            case 904, 942, 1418, 2289, 2443, 4043 -> ErrorKind.UNDEFINED_OBJECT;
            case 955, 1408, 1430, 2260, 2261, 2264, 2275 -> ErrorKind.DUPLICATE_OBJECT;
            case 1031, 41900 -> ErrorKind.PERMISSION_DENIED;
            case 1017, 28000, 28001 -> ErrorKind.AUTHENTICATION_FAILED;
            case 18, 20, 1536, 1652, 1653, 1654, 4030, 4031, 12516, 12519, 12520 -> ErrorKind.RESOURCES_EXHAUSTED;
            case 1012, 1033, 1034, 1089, 1092, 2396, 3113, 3114, 3135, 12170, 12514, 12537, 12541, 17002, 17008 ->
                ErrorKind.CONNECTION_LOST;
            default -> StandardErrors.kind(sqlState);
        };
    }
}
