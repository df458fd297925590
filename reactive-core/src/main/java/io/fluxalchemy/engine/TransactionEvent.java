package io.fluxalchemy.engine;

import io.fluxalchemy.error.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A step in the life of a transaction.
 *
 * @param step what happened
 * @param outcome how the transaction ended; null before its end. Reported exactly once for each transaction
 * @param age time since the transaction began
 * @param error why it did not end as its body did, or why the body failed; null otherwise
 */
public record TransactionEvent(
        Step step,
        @Nullable Outcome outcome,
        Duration age,
        @Nullable Throwable error) {

    /** The steps. */
    public enum Step {
        BEGIN,
        SAVEPOINT,
        RELEASE,
        ROLLBACK_TO,
        END
    }
}
