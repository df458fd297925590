package io.fluxalchemy.error;

/** What a database's error means, whatever its code. Each dialect maps its SQLSTATEs and vendor codes to these. */
public enum ErrorKind {
    UNIQUE_VIOLATION("unique violation"),
    FOREIGN_KEY_VIOLATION("foreign key violation"),
    NOT_NULL_VIOLATION("not-null violation"),
    CHECK_VIOLATION("check violation"),
    /** Another integrity rule: an exclusion constraint, a restricted delete. */
    INTEGRITY("integrity violation"),
    SERIALIZATION_FAILURE("serialization failure"),
    DEADLOCK("deadlock"),
    LOCK_TIMEOUT("lock not available in time"),
    /** Stopped on the server, by a statement timeout or by a cancel request; databases use one code for both. */
    CANCELLED("statement cancelled"),
    /** The text is wrong or names something that does not exist. */
    SYNTAX("statement not understood"),
    PERMISSION("permission denied"),
    /** A value does not fit: too long, out of range, not parseable, division by zero. */
    DATA("value refused"),
    READ_ONLY("write in a read-only transaction"),
    /** The transaction was aborted by an earlier error and refuses statements. */
    TRANSACTION_ABORTED("transaction already aborted"),
    /** What is asked for is not supported, or a prepared statement no longer fits a changed table. */
    UNSUPPORTED("not supported by the database"),
    /** Too many connections, disk full, out of memory. */
    RESOURCES("database out of resources"),
    AUTHENTICATION("login refused"),
    CONNECTION_LOST("connection lost"),
    OTHER("database error");

    private final String words;

    ErrorKind(String words) {
        this.words = words;
    }

    /** How messages name this kind. */
    public String words() {
        return words;
    }

    /** Whether running the whole transaction again may succeed without any change. */
    public boolean isRetryable() {
        return this == SERIALIZATION_FAILURE || this == DEADLOCK;
    }
}
