package io.fluxalchemy.error;

/** What an error of the database means, whatever code the database gave it. Each dialect maps its codes to these. */
public enum ErrorKind {
    UNIQUE_VIOLATION("unique violation"),
    FOREIGN_KEY_VIOLATION("foreign key violation"),
    NOT_NULL_VIOLATION("not-null violation"),
    CHECK_VIOLATION("check violation"),
    EXCLUSION_VIOLATION("exclusion violation"),
    /** A rule of integrity that the database does not name more precisely. */
    INTEGRITY_VIOLATION("integrity violation"),
    /** The transaction met another one; running all of it again may succeed. */
    SERIALIZATION_FAILURE("serialization failure"),
    /** Two transactions waited for each other and this one was chosen to end. */
    DEADLOCK("deadlock"),
    /** A lock was not free in the time allowed. */
    LOCK_TIMEOUT("lock not free in time"),
    /** The statement ran longer than the database allows it. */
    STATEMENT_TIMEOUT("statement timeout"),
    /** The transaction was open longer than the database allows it. */
    TRANSACTION_TIMEOUT("transaction timeout"),
    /** Somebody asked the database to stop the statement; some databases say this of a timeout too. */
    CANCELLED("statement cancelled"),
    /** An earlier error has ended this transaction; only a rollback is taken. */
    TRANSACTION_ABORTED("transaction already aborted"),
    /** The transaction or the server takes no writes. */
    READ_ONLY("write where only reads are taken"),
    /** A value is out of range, too long or not of the type. */
    DATA("value refused"),
    /** The text of the statement is wrong. */
    SYNTAX("statement not understood"),
    /** A table, column or function does not exist. */
    UNDEFINED_OBJECT("something the statement names does not exist"),
    /** A table, column or index exists already. */
    DUPLICATE_OBJECT("something the statement creates exists already"),
    PERMISSION_DENIED("permission denied"),
    AUTHENTICATION_FAILED("login refused"),
    /** The server has no connection, memory or disk left. */
    RESOURCES_EXHAUSTED("database out of resources"),
    /** The connection is gone, or its server is stopping. */
    CONNECTION_LOST("connection lost"),
    /** No TLS that the options trust; nothing was sent, the password neither. */
    TLS_REFUSED(
            "no trusted TLS connection: trust the server's certificate with sslRootCert (PostgreSQL) or serverSslCert"
                    + " (MariaDB), or say sslMode=disable in the URL where the network itself is trusted"),
    /** A prepared plan no longer fits the tables; preparing it again helps. */
    STALE_PLAN("prepared plan no longer fits the tables"),
    /** The database lacks the feature. */
    UNSUPPORTED("not supported by the database"),
    OTHER("database error");

    private final String words;

    ErrorKind(String words) {
        this.words = words;
    }

    /** How messages name this kind. */
    public String words() {
        return words;
    }

    /** Whether the server's text about such an error may quote values of rows, rather than names and the statement's own text. */
    public boolean mayQuoteValues() {
        return switch (this) {
            case UNIQUE_VIOLATION,
                    FOREIGN_KEY_VIOLATION,
                    NOT_NULL_VIOLATION,
                    CHECK_VIOLATION,
                    EXCLUSION_VIOLATION,
                    INTEGRITY_VIOLATION,
                    DATA,
                    OTHER -> true;
            default -> false;
        };
    }

    /** Whether running the whole transaction again may succeed without any change. */
    public boolean isRetryable() {
        return this == SERIALIZATION_FAILURE || this == DEADLOCK;
    }
}
