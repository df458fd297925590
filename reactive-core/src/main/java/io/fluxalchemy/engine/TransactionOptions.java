package io.fluxalchemy.engine;

import io.fluxalchemy.dialect.Isolation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction is run. Immutable; what a database cannot do is an error when the transaction starts, never ignored.
 *
 * @param isolation null for the database's default
 * @param isReadOnly refuses writes, on the server and before they are sent
 * @param timeout deadline of one whole transaction; null for none
 * @param attempts how often the body is run in all when the database reports a serialization failure or a deadlock
 */
public record TransactionOptions(
        @Nullable Isolation isolation,
        boolean isReadOnly,
        @Nullable Duration timeout,
        int attempts) {

    private static final TransactionOptions DEFAULTS = new TransactionOptions(null, false, null, 1);

    public TransactionOptions {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, not " + attempts);
        }
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new IllegalArgumentException("a transaction's timeout must be positive, not " + timeout);
        }
    }

    public static TransactionOptions defaults() {
        return DEFAULTS;
    }

    public static TransactionOptions serializable() {
        return DEFAULTS.isolation(Isolation.SERIALIZABLE);
    }

    public TransactionOptions isolation(Isolation level) {
        return new TransactionOptions(level, isReadOnly, timeout, attempts);
    }

    public TransactionOptions readOnly() {
        return new TransactionOptions(isolation, true, timeout, attempts);
    }

    public TransactionOptions timeout(Duration deadline) {
        return new TransactionOptions(isolation, isReadOnly, deadline, attempts);
    }

    /** Runs the body at most {@code attempts} times in all; only at the outermost level and only while nothing was emitted. */
    public TransactionOptions retry(int attempts) {
        return new TransactionOptions(isolation, isReadOnly, timeout, attempts);
    }
}
