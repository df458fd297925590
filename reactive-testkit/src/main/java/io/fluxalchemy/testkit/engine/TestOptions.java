package io.fluxalchemy.testkit.engine;

import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.error.CommitOutcomeUnknownException;
import io.fluxalchemy.error.ConfigurationException;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.TransactionTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * What of a transaction's options a savepoint can have: read-only, deadline and retry. Isolation belongs to the test's transaction.
 */
final class TestOptions {

    private TestOptions() {}

    /** Refuses an isolation that the test's transaction does not have. */
    static <T> Mono<T> checked(@Nullable Isolation ofTest, TransactionOptions wanted, Mono<T> work) {
        Isolation isolation = wanted.isolation();
        return isolation == null || isolation == ofTest
                ? work
                : Mono.error(() -> new ConfigurationException("a transaction with isolation " + isolation
                        + " in a test whose transaction has " + (ofTest == null ? "the default" : ofTest)
                        + ", of which it is a savepoint: declare the test engine with .isolation(Isolation."
                        + isolation.name() + "), or test it on an engine of its own"));
    }

    /** Runs a savepoint again as the engine runs a transaction again. */
    static <T> Mono<T> retried(TransactionOptions options, Mono<T> savepoint) {
        return options.attempts() == 1
                ? savepoint
                : savepoint.retryWhen(Retry.max(options.attempts() - 1L)
                        .filter(TestOptions::isRetryable)
                        .onRetryExhaustedThrow((retry, signal) -> signal.failure()));
    }

    /** Ends a stream that takes too long. */
    static <T> Flux<T> limited(TransactionOptions options, Flux<T> rows) {
        Duration timeout = options.timeout();
        return timeout == null
                ? rows
                : rows.takeUntilOther(Mono.delay(timeout)
                        .then(Mono.error(() -> new TransactionTimeoutException(
                                "the transaction did not end within " + timeout + " and was rolled back", null))));
    }

    private static boolean isRetryable(Throwable error) {
        int depth = 0;
        for (Throwable cause = error; cause != null && depth < 16; cause = cause.getCause(), depth++) {
            if (cause instanceof CommitOutcomeUnknownException) {
                return false;
            }
            if (cause instanceof DatabaseException database && database.kind().isRetryable()) {
                return true;
            }
        }
        return false;
    }
}
