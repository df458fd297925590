package io.fluxalchemy.engine;

import io.fluxalchemy.error.ConfigurationException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a block may ask of the transaction it joins: no more than that one has. */
final class Joining {

    private Joining() {}

    /** Why it may not join; null if it may. */
    static @Nullable ConfigurationException refusal(LentConnection current, TransactionOptions wanted) {
        TransactionOptions given = current.scope().options();
        if (!current.inTransaction()) {
            return new ConfigurationException(
                    "a transaction was asked for inside read(…), which holds its connection without"
                            + " one: make the outer scope transaction(…), or use requiresNew(…)");
        }
        if (current.isReadOnly() && !wanted.isReadOnly()) {
            return new ConfigurationException(
                    "a transaction that writes cannot join one that is read-only: leave readOnly()"
                            + " out of the outer one, say readOnly() on the inner one, or use requiresNew(…)");
        }
        if (wanted.isolation() != null && wanted.isolation() != given.isolation()) {
            return new ConfigurationException("a transaction with isolation " + wanted.isolation()
                    + " cannot join one with " + (given.isolation() == null ? "the default" : given.isolation())
                    + ": say it on the outermost, or use requiresNew(…)");
        }
        if (isMore(wanted.statementTimeout(), given.statementTimeout())
                || isMore(wanted.lockTimeout(), given.lockTimeout())
                || (wanted.isDeferrable() && !given.isDeferrable())) {
            return new ConfigurationException(
                    "a transaction cannot change the statementTimeout, lockTimeout or deferrable of the one it joins: say them"
                            + " on the outermost, or use requiresNew(…)");
        }
        return null;
    }

    private static boolean isMore(@Nullable Object wanted, @Nullable Object given) {
        return wanted != null && !Objects.equals(wanted, given);
    }
}
