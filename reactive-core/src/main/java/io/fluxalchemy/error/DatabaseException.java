package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/**
 * An error a database or its driver reported, sorted by its {@link #kind() cause}.
 *
 * <p>{@link #getMessage()} is safe to show: it holds the kind and the SQLSTATE, no SQL, no value, no host. {@link #toString()},
 * which stack traces print, adds the SQL with its bind markers. The cause is the driver's exception, except where its text may
 * quote values of rows ({@link ErrorKind#mayQuoteValues()}): there a {@link ServerReport} with names only stands for it.
 */
public class DatabaseException extends FluxAlchemyException {

    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final @Nullable String sqlState;
    private final int vendorCode;
    private final @Nullable String sql;

    public DatabaseException(
            ErrorKind kind,
            @Nullable String sqlState,
            int vendorCode,
            @Nullable String sql,
            @Nullable Throwable cause) {
        super(describe(kind, sqlState, vendorCode), cause);
        this.kind = kind;
        this.sqlState = sqlState;
        this.vendorCode = vendorCode;
        this.sql = sql;
    }

    /** The exception class that stands for this kind. */
    public static DatabaseException of(
            ErrorKind kind,
            @Nullable String sqlState,
            int vendorCode,
            @Nullable String sql,
            @Nullable Throwable cause) {
        return switch (kind) {
            case UNIQUE_VIOLATION -> new UniqueViolationException(sqlState, vendorCode, sql, cause);
            case FOREIGN_KEY_VIOLATION -> new ForeignKeyViolationException(sqlState, vendorCode, sql, cause);
            case NOT_NULL_VIOLATION -> new NotNullViolationException(sqlState, vendorCode, sql, cause);
            case CHECK_VIOLATION -> new CheckViolationException(sqlState, vendorCode, sql, cause);
            case EXCLUSION_VIOLATION, INTEGRITY_VIOLATION ->
                new IntegrityException(kind, sqlState, vendorCode, sql, cause);
            case SERIALIZATION_FAILURE -> new SerializationFailureException(sqlState, vendorCode, sql, cause);
            case DEADLOCK -> new DeadlockException(sqlState, vendorCode, sql, cause);
            case LOCK_TIMEOUT -> new LockTimeoutException(sqlState, vendorCode, sql, cause);
            case STATEMENT_TIMEOUT -> new StatementTimeoutException(sqlState, vendorCode, sql, cause);
            case TRANSACTION_TIMEOUT, CANCELLED ->
                new StatementCancelledException(kind, sqlState, vendorCode, sql, cause);
            case SYNTAX, UNDEFINED_OBJECT, DUPLICATE_OBJECT ->
                new SqlSyntaxException(kind, sqlState, vendorCode, sql, cause);
            case PERMISSION_DENIED -> new PermissionException(sqlState, vendorCode, sql, cause);
            case DATA -> new DataException(sqlState, vendorCode, sql, cause);
            case READ_ONLY -> new ReadOnlyViolationException(sqlState, vendorCode, sql, cause);
            case TRANSACTION_ABORTED -> new TransactionAbortedException(sqlState, vendorCode, sql, cause);
            case CONNECTION_LOST -> new ConnectionLostException(sqlState, vendorCode, sql, cause);
            case STALE_PLAN, TLS_REFUSED, UNSUPPORTED, RESOURCES_EXHAUSTED, AUTHENTICATION_FAILED, OTHER ->
                new DatabaseException(kind, sqlState, vendorCode, sql, cause);
        };
    }

    public ErrorKind kind() {
        return kind;
    }

    /** The SQLSTATE, where the driver told one. */
    public @Nullable String sqlState() {
        return sqlState;
    }

    /** The database's own code; 0 where it has none. */
    public int vendorCode() {
        return vendorCode;
    }

    /** The statement with its bind markers, without values; null where the error belongs to no statement. */
    public @Nullable String sql() {
        return sql;
    }

    /** Constraint, table and column the error is about, where the server names them. */
    public ErrorPlace place() {
        return getCause() instanceof ServerReport report ? report.place() : ErrorPlace.UNKNOWN;
    }

    @Override
    public String toString() {
        return sql == null ? super.toString() : super.toString() + " [SQL: " + sql + "]";
    }

    private static String describe(ErrorKind kind, @Nullable String sqlState, int vendorCode) {
        StringBuilder text = new StringBuilder(kind.words());
        if (sqlState != null && !sqlState.isEmpty()) {
            text.append(" (SQLSTATE ").append(sqlState);
            text.append(vendorCode == 0 ? ")" : ", code " + vendorCode + ")");
        } else if (vendorCode != 0) {
            text.append(" (code ").append(vendorCode).append(')');
        }
        return text.toString();
    }
}
