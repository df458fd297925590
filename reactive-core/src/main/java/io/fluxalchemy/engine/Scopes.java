package io.fluxalchemy.engine;

import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.engine.turn.Scoped;
import io.fluxalchemy.error.ConfigurationException;
import io.fluxalchemy.error.ResultOverflowException;
import io.fluxalchemy.error.TransactionTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Opens scopes: acquires a connection, lends it to a body, and ends the scope as the body ended. Complete, error and cancel of a
 * scope meet in one operator; a commit that has begun is not interrupted by it.
 */
final class Scopes {

    private static final String READ = "read";

    private final EngineCore core;
    private final @Nullable Isolation isolation;
    private final int mostHeldBack;

    Scopes(EngineCore core, @Nullable Isolation isolation, int mostHeldBack) {
        this.core = core;
        this.isolation = isolation;
        this.mostHeldBack = mostHeldBack;
    }

    /** One operation: on the connection in the Context, else on one of its own in autocommit. */
    <T> Mono<T> one(String purpose, Function<LentConnection, Mono<T>> operation) {
        return Mono.deferContextual(context -> {
            LentConnection current = core.current(context);
            return current != null ? operation.apply(current) : held(purpose, TransactionOptions.defaults(), operation);
        });
    }

    /** As {@link #one}, for a stream. */
    <T> Flux<T> many(String purpose, Function<LentConnection, Flux<T>> operation) {
        return Flux.deferContextual(context -> {
            LentConnection current = core.current(context);
            return current != null
                    ? operation.apply(current)
                    : heldMany(purpose, TransactionOptions.defaults(), operation);
        });
    }

    <T> Mono<T> transaction(TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return Mono.deferContextual(context -> {
            LentConnection current = core.current(context);
            return current == null ? begin("transaction", options, work, false) : join(current, options, work);
        });
    }

    <T> Flux<T> transactionMany(
            TransactionOptions options, Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        return transaction(options, connection -> collect(Bodies.call(work, connection)))
                .flatMapIterable(values -> values);
    }

    <T> Mono<T> requiresNew(TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return Mono.deferContextual(context -> begin("transaction", options, work, core.current(context) != null));
    }

    <T> Mono<T> read(TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        TransactionOptions reading = options.readOnly();
        return Mono.deferContextual(context -> {
            LentConnection current = core.current(context);
            if (current != null) {
                return current.readOnly(true).run(work);
            }
            return needsTransaction(reading)
                    ? begin(READ, reading, work, false)
                    : held(READ, reading, connection -> connection.run(work));
        });
    }

    <T> Flux<T> readMany(TransactionOptions options, Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        TransactionOptions reading = options.readOnly();
        return Flux.deferContextual(context -> {
            LentConnection current = core.current(context);
            if (current != null) {
                return runMany(current.readOnly(true), work);
            }
            return heldMany(READ, reading, connection -> {
                Flux<T> body = runMany(connection, work);
                if (!needsTransaction(reading)) {
                    return body;
                }
                Flux<T> inTransaction =
                        connection.scope().begin(connection.turn()).thenMany(body);
                Duration timeout = reading.timeout();
                return timeout == null ? inTransaction : inTransaction.takeUntilOther(deadline(timeout));
            });
        });
    }

    private static boolean needsTransaction(TransactionOptions options) {
        return options.isolation() != null || options.timeout() != null;
    }

    private static <T> Mono<T> deadline(Duration timeout) {
        return Mono.delay(timeout).then(Mono.error(() -> late(timeout)));
    }

    private static TransactionTimeoutException late(Duration timeout) {
        return new TransactionTimeoutException(
                "the transaction did not end within " + timeout + " and was rolled back", null);
    }

    private <T> Mono<T> begin(
            String purpose,
            TransactionOptions wanted,
            Function<? super AsyncConnection, ? extends Mono<T>> work,
            boolean whileHolding) {
        TransactionOptions options =
                isolation != null && wanted.isolation() == null ? wanted.isolation(isolation) : wanted;
        return Mono.defer(() -> {
            Duration timeout = options.timeout();
            long startedAt = System.nanoTime();
            Mono<T> attempt = Scoped.one(
                    scope(purpose, options, whileHolding),
                    scope -> {
                        LentConnection connection = scope.handle();
                        Mono<T> body = scope.begin(connection.turn()).then(connection.run(work));
                        return timeout == null
                                ? body
                                : body.timeout(left(timeout, startedAt), Mono.error(() -> late(timeout)));
                    },
                    TransactionScope::complete,
                    TransactionScope::fail,
                    TransactionScope::cancel);
            return options.attempts() == 1 ? attempt : attempt.retryWhen(new TransactionRetry(options.attempts()));
        });
    }

    /** What is left of a deadline that spans all attempts. */
    private static Duration left(Duration timeout, long startedAt) {
        Duration left = timeout.minusNanos(System.nanoTime() - startedAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private <T> Mono<T> held(String purpose, TransactionOptions options, Function<LentConnection, Mono<T>> body) {
        return Scoped.one(
                scope(purpose, options, false),
                scope -> body.apply(scope.handle()),
                TransactionScope::complete,
                TransactionScope::fail,
                TransactionScope::cancel);
    }

    private <T> Flux<T> heldMany(String purpose, TransactionOptions options, Function<LentConnection, Flux<T>> body) {
        return Scoped.many(
                scope(purpose, options, false),
                scope -> body.apply(scope.handle()),
                TransactionScope::complete,
                TransactionScope::fail,
                TransactionScope::cancel);
    }

    private Mono<TransactionScope> scope(String purpose, TransactionOptions options, boolean whileHolding) {
        return core.lender()
                .acquire(purpose, whileHolding)
                .map(lease -> new TransactionScope(core, lease, options, purpose.equals(READ)));
    }

    /** Runs a block in the transaction it found; if the block fails or is cancelled, that transaction must not commit. */
    private static <T> Mono<T> join(
            LentConnection current,
            TransactionOptions options,
            Function<? super AsyncConnection, ? extends Mono<T>> work) {
        ConfigurationException refusal = current.cannotJoin(options);
        if (refusal != null) {
            return Mono.error(refusal);
        }
        return Mono.defer(() -> {
            AtomicBoolean over = new AtomicBoolean();
            Mono<T> body = current.readOnly(options.isReadOnly()).run(work);
            Duration timeout = options.timeout();
            return (timeout == null ? body : body.timeout(timeout, Mono.error(() -> late(timeout))))
                    .doOnNext(value -> over.set(true))
                    .doOnTerminate(() -> over.set(true))
                    .doOnError(current.turn()::doom)
                    .doOnCancel(() -> {
                        if (!over.get()) {
                            current.turn()
                                    .doom(new CancellationException(
                                            "a block that had joined the transaction was cancelled"));
                        }
                    });
        });
    }

    private static <T> Flux<T> runMany(
            LentConnection connection, Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        return Flux.<T>defer(() -> Bodies.call(work, connection))
                .contextWrite(c -> c.put(connection.core(), connection));
    }

    private <T> Mono<List<T>> collect(Publisher<T> values) {
        return Flux.from(values).collect(ArrayList::new, (List<T> list, @Nullable T value) -> {
            if (list.size() == mostHeldBack) {
                throw new ResultOverflowException("more than " + mostHeldBack
                        + " values are held back until the commit: read them with readMany(…), or return a summary");
            }
            list.add(value);
        });
    }
}
