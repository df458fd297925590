package io.fluxalchemy.engine;

import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.schema.SchemaMap;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction is run. Immutable; what a database cannot do is an error when the transaction starts, never ignored.
 *
 * @param isolation null for the engine's default, and where it has none for the database's
 * @param isReadOnly refuses writes, on the server and before they are sent
 * @param isDeferrable whether a read-only serializable transaction waits for a snapshot that cannot fail
 * @param timeout deadline of one whole transaction, all its attempts together; null for none
 * @param statementTimeout longest run of one statement, held by the server; null for the session's own
 * @param lockTimeout longest wait for one lock, held by the server; null for the session's own
 * @param attempts how often the body is run in all when the database reports a serialization failure or a deadlock
 * @param schemas which stand for the schemas that tables name, beside and before those of what is around
 */
public record TransactionOptions(
        @Nullable Isolation isolation,
        boolean isReadOnly,
        boolean isDeferrable,
        @Nullable Duration timeout,
        @Nullable Duration statementTimeout,
        @Nullable Duration lockTimeout,
        int attempts,
        SchemaMap schemas) {

    private static final TransactionOptions DEFAULTS =
            new TransactionOptions(null, false, false, null, null, null, 1, SchemaMap.NONE);

    public TransactionOptions {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, not " + attempts);
        }
        requirePositive("timeout", timeout);
        requirePositive("statementTimeout", statementTimeout);
        requirePositive("lockTimeout", lockTimeout);
    }

    public static TransactionOptions defaults() {
        return DEFAULTS;
    }

    public static TransactionOptions serializable() {
        return DEFAULTS.isolation(Isolation.SERIALIZABLE);
    }

    public TransactionOptions isolation(Isolation level) {
        return new TransactionOptions(
                level, isReadOnly, isDeferrable, timeout, statementTimeout, lockTimeout, attempts, schemas);
    }

    public TransactionOptions readOnly() {
        return isReadOnly
                ? this
                : new TransactionOptions(
                        isolation, true, isDeferrable, timeout, statementTimeout, lockTimeout, attempts, schemas);
    }

    /** For long serializable reads: waits for a snapshot under which no serialization failure can happen. PostgreSQL only. */
    public TransactionOptions deferrable() {
        return new TransactionOptions(
                isolation, isReadOnly, true, timeout, statementTimeout, lockTimeout, attempts, schemas);
    }

    /**
     * The deadline: what runs when it passes is stopped on the server, the transaction rolled back, and the caller told by a
     * {@code TransactionTimeoutException}. A COMMIT that is under way is not interrupted.
     */
    public TransactionOptions timeout(Duration deadline) {
        return new TransactionOptions(
                isolation, isReadOnly, isDeferrable, deadline, statementTimeout, lockTimeout, attempts, schemas);
    }

    /** A statement that runs longer is ended by the server with a {@code StatementTimeoutException}. */
    public TransactionOptions statementTimeout(Duration longest) {
        return new TransactionOptions(
                isolation, isReadOnly, isDeferrable, timeout, longest, lockTimeout, attempts, schemas);
    }

    /** A statement that waits longer for a lock is ended by the server with a {@code LockTimeoutException}. */
    public TransactionOptions lockTimeout(Duration longest) {
        return new TransactionOptions(
                isolation, isReadOnly, isDeferrable, timeout, statementTimeout, longest, attempts, schemas);
    }

    /** Runs the body at most {@code attempts} times in all; only at the outermost level and only while nothing was emitted. */
    public TransactionOptions retry(int attempts) {
        return new TransactionOptions(
                isolation, isReadOnly, isDeferrable, timeout, statementTimeout, lockTimeout, attempts, schemas);
    }

    /**
     * In this scope these schemas stand for those that tables name, beside and before those of the engine and of a scope it is in:
     * tenants with a schema each. They reach statements, batches, bulk loads, sessions and DDL; text SQL they do not.
     */
    public TransactionOptions schemas(SchemaMap map) {
        return new TransactionOptions(
                isolation,
                isReadOnly,
                isDeferrable,
                timeout,
                statementTimeout,
                lockTimeout,
                attempts,
                schemas.with(map));
    }

    /** The same with the engine's default for what is not said here. */
    TransactionOptions or(@Nullable Isolation engineDefault) {
        return isolation == null && engineDefault != null ? isolation(engineDefault) : this;
    }

    /** Whether only a transaction can hold what is asked for. */
    boolean needTransaction() {
        return isolation != null || isDeferrable || timeout != null || statementTimeout != null || lockTimeout != null;
    }

    private static void requirePositive(String name, @Nullable Duration given) {
        if (given != null && (given.isNegative() || given.isZero())) {
            throw new IllegalArgumentException("a transaction's " + name + " must be positive, not " + given);
        }
    }
}
