package io.fluxalchemy.dialect;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction begins.
 *
 * @param isolation null for the database's default
 * @param readOnly whether the server refuses writes
 * @param deferrable whether a read-only serializable transaction waits for a snapshot that cannot fail
 * @param statementTimeout longest run of one statement; null for the session's own
 * @param lockTimeout longest wait for one lock; null for the session's own
 * @param transactionTimeout longest life of the transaction; null for none
 */
public record TransactionStart(
        @Nullable Isolation isolation,
        boolean readOnly,
        boolean deferrable,
        @Nullable Duration statementTimeout,
        @Nullable Duration lockTimeout,
        @Nullable Duration transactionTimeout) {

    /** A transaction as the database begins it by default. */
    public static final TransactionStart PLAIN = new TransactionStart(null, false, false, null, null, null);

    public TransactionStart isolation(@Nullable Isolation level) {
        return new TransactionStart(level, readOnly, deferrable, statementTimeout, lockTimeout, transactionTimeout);
    }

    public TransactionStart readOnly(boolean refuseWrites) {
        return new TransactionStart(
                isolation, refuseWrites, deferrable, statementTimeout, lockTimeout, transactionTimeout);
    }

    public TransactionStart deferrable(boolean wait) {
        return new TransactionStart(isolation, readOnly, wait, statementTimeout, lockTimeout, transactionTimeout);
    }

    public TransactionStart statementTimeout(@Nullable Duration longest) {
        return new TransactionStart(isolation, readOnly, deferrable, longest, lockTimeout, transactionTimeout);
    }

    public TransactionStart lockTimeout(@Nullable Duration longest) {
        return new TransactionStart(isolation, readOnly, deferrable, statementTimeout, longest, transactionTimeout);
    }

    public TransactionStart transactionTimeout(@Nullable Duration longest) {
        return new TransactionStart(isolation, readOnly, deferrable, statementTimeout, lockTimeout, longest);
    }
}
