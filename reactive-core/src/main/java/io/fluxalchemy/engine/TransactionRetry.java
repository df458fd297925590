package io.fluxalchemy.engine;

import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.error.AfterCommitException;
import io.fluxalchemy.error.CommitOutcomeUnknownException;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.TransactionAbortedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Runs a whole transaction again after a serialization failure or a deadlock (what else, the dialect says), with full jitter between attempts. The errors of
 * earlier attempts are suppressed onto the last. Never after an unknown outcome, nor after a commit.
 */
final class TransactionRetry extends Retry {

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final int attempts;
    private final Dialect dialect;

    TransactionRetry(int attempts, Dialect dialect) {
        this.attempts = attempts;
        this.dialect = dialect;
    }

    @Override
    public Publisher<?> generateCompanion(Flux<RetrySignal> failures) {
        List<Throwable> earlier = new ArrayList<>();
        return failures.concatMap(signal -> {
            Throwable error = signal.failure();
            if (signal.totalRetries() + 2 > attempts || !isRetryable(error)) {
                earlier.stream().filter(e -> e != error).forEach(error::addSuppressed);
                return Mono.<Long>error(error);
            }
            earlier.add(error);
            return Mono.delay(pause(signal.totalRetries()));
        });
    }

    private boolean isRetryable(@Nullable Throwable error) {
        int depth = 0;
        for (Throwable cause = error; cause != null && depth < 16; cause = next(cause), depth++) {
            if (cause instanceof CommitOutcomeUnknownException || cause instanceof AfterCommitException) {
                return false;
            }
            if (cause instanceof DatabaseException database && dialect.isRetryable(database.kind())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable error) {
        return error instanceof TransactionAbortedException aborted && aborted.origin() != null
                ? aborted.origin()
                : error.getCause();
    }

    private static Duration pause(long retries) {
        long most = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(retries, 10));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1));
    }
}
