package io.fluxalchemy.dialects.sqlserver;

import io.fluxalchemy.error.ErrorKind;

/** What the numbers of {@code sys.messages} mean; their states tell nothing. */
final class SqlServerErrors {

    private SqlServerErrors() {}

    static ErrorKind kind(int code) {
        return switch (code) {
            case 2601, 2627 -> ErrorKind.UNIQUE_VIOLATION;
            case 515 -> ErrorKind.NOT_NULL_VIOLATION;
            // 547 is a foreign key's or a check's; only the text says which
            case 547, 544, 550 -> ErrorKind.INTEGRITY_VIOLATION;
            case 1205 -> ErrorKind.DEADLOCK;
            case 3960, 3961, 41301, 41302, 41305, 41325 -> ErrorKind.SERIALIZATION_FAILURE;
            case 1222 -> ErrorKind.LOCK_TIMEOUT;
            case 3617, 6005 -> ErrorKind.CANCELLED;
            case 3930, 3998 -> ErrorKind.TRANSACTION_ABORTED;
            case 3906, 3908 -> ErrorKind.READ_ONLY;
            case 220, 232, 241, 242, 245, 248, 517, 2628, 8114, 8115, 8134, 8152, 8169, 9803, 13609 -> ErrorKind.DATA;
            case 102, 105, 156, 170, 319, 1033, 8120, 8155, 10738 -> ErrorKind.SYNTAX;
            case 207, 208, 2812, 3701, 3728, 4121, 4902, 4924, 195, 911 -> ErrorKind.UNDEFINED_OBJECT;
            case 1801, 1913, 2705, 2714 -> ErrorKind.DUPLICATE_OBJECT;
            case 229, 230, 262, 297, 300, 916, 4060 -> ErrorKind.PERMISSION_DENIED;
            case 18452, 18456, 18470, 18486, 18487, 18488 -> ErrorKind.AUTHENTICATION_FAILED;
            case 701, 802, 1101, 1105, 1204, 8645, 8651, 9002, 10928, 10929, 10930, 17809 ->
                ErrorKind.RESOURCES_EXHAUSTED;
            case 596, 6001, 40197, 40501, 40613, 4221 -> ErrorKind.CONNECTION_LOST;
            default -> ErrorKind.OTHER;
        };
    }

    /** As {@link #kind(int)}, with the text that tells a foreign key from a check. */
    static ErrorKind kind(int code, String message) {
        if (code != 547) {
            return kind(code);
        } else if (message.contains("CHECK constraint")) {
            return ErrorKind.CHECK_VIOLATION;
        } else if (message.contains("FOREIGN KEY") || message.contains("REFERENCE constraint")) {
            return ErrorKind.FOREIGN_KEY_VIOLATION;
        }
        return ErrorKind.INTEGRITY_VIOLATION;
    }
}
