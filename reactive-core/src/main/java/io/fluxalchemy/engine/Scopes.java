package io.fluxalchemy.engine;

import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.engine.pool.Clock;
import io.fluxalchemy.engine.turn.BodyGuard;
import io.fluxalchemy.engine.turn.Scoped;
import io.fluxalchemy.error.ConfigurationException;
import io.fluxalchemy.error.ResultOverflowException;
import io.fluxalchemy.error.ScopeRequiredException;
import io.fluxalchemy.error.TransactionTimeoutException;
import io.fluxalchemy.schema.SchemaMap;
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
import reactor.util.context.ContextView;

/**
 * Opens scopes: acquires a connection, lends it to a body, and ends the scope as the body ended. Complete, error and cancel of a
 * scope meet in one operator; a commit that has begun is not interrupted by it.
 */
final class Scopes {

    private static final String READ = "read";
    private static final String TRANSACTION = "transaction";

    private final EngineCore core;
    private final @Nullable Isolation isolation;
    private final int mostHeldBack;
    private final boolean required;
    private final SchemaMap schemas;

    /** @param required whether single operations outside of scopes are refused */
    Scopes(EngineCore core, @Nullable Isolation isolation, int mostHeldBack, boolean required, SchemaMap schemas) {
        this.core = core;
        this.schemas = schemas;
        this.required = required;
        this.isolation = isolation;
        this.mostHeldBack = mostHeldBack;
    }

    /** One operation: on the connection in the Context, else on one of its own in autocommit. */
    <T> Mono<T> one(String purpose, Function<LentConnection, Mono<T>> operation) {
        return Mono.deferContextual(context -> {
            LentConnection current = core.current(context);
            if (current == null && required) {
                return Mono.error(outside(purpose));
            }
            return current != null
                    ? operation.apply(current)
                    : held(scope(purpose, TransactionOptions.defaults(), null), operation);
        });
    }

    /** As {@link #one}, for a stream. */
    <T> Flux<T> many(String purpose, Function<LentConnection, Flux<T>> operation) {
        return Flux.deferContextual(context -> {
            LentConnection current = core.current(context);
            if (current == null && required) {
                return Flux.error(outside(purpose));
            }
            return current != null
                    ? operation.apply(current)
                    : heldMany(scope(purpose, TransactionOptions.defaults(), null), operation);
        });
    }

    private static ScopeRequiredException outside(String verb) {
        return new ScopeRequiredException("engine." + verb
                + "(…) outside of a scope, which requireScope(true) forbids; nothing was sent: run it inside"
                + " transaction(…) or read(…), best on the connection their body is given; if it is inside, the"
                + " Reactor Context was lost on the way, as it is by subscribe(), block() and toFuture() within a"
                + " body");
    }

    /** One operation on a connection of its own, whatever the Context carries. */
    <T> Mono<T> apart(String purpose, Function<TransactionScope, Mono<T>> operation) {
        return Mono.deferContextual(context -> held(
                scope(purpose, TransactionOptions.defaults(), core.current(context)),
                connection -> connection.turn().one(operation.apply(connection.scope()))));
    }

    <T> Mono<T> transaction(TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return Mono.deferContextual(context -> {
            LentConnection current = core.current(context);
            return current == null ? begin(TRANSACTION, options, work, null) : join(current, options, work);
        });
    }

    <T> Flux<T> transactionMany(
            TransactionOptions options, Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        return transaction(options, connection -> collect(Bodies.call(work, connection)))
                .flatMapIterable(values -> values);
    }

    /** Values leave before the commit; the completion after it. */
    <T> Flux<T> streamTentative(
            TransactionOptions options, Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        return Flux.deferContextual(context -> {
            LentConnection current = core.current(context);
            if (current != null) {
                return joinMany(current, options, work);
            }
            Duration timeout = options.timeout();
            return heldMany(scope(TRANSACTION, options, null), connection -> {
                connection.scope().wantTransaction(timeout);
                Flux<T> body = runMany(connection, work);
                Mono<T> hooks = Mono.defer(
                        () -> connection.hooks().runBeforeCommit(connection).then(Mono.empty()));
                return until(timeout, body.concatWith(hooks));
            });
        });
    }

    <T> Mono<T> requiresNew(TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return Mono.deferContextual(context -> begin(TRANSACTION, options, work, core.current(context)));
    }

    <T> Mono<T> read(TransactionOptions wanted, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        TransactionOptions options = wanted.readOnly().or(isolation);
        return Mono.deferContextual(context -> {
            LentConnection current = core.current(context);
            if (current != null) {
                return current.readOnly(true).in(options.schemas()).run(work);
            }
            return options.needTransaction()
                    ? begin(READ, options, work, null)
                    : held(scope(READ, options, null), connection -> connection.run(work));
        });
    }

    <T> Flux<T> readMany(TransactionOptions wanted, Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        TransactionOptions options = wanted.readOnly().or(isolation);
        return Flux.deferContextual(context -> {
            LentConnection current = core.current(context);
            if (current != null) {
                return runMany(current.readOnly(true).in(options.schemas()), work);
            }
            Duration timeout = options.timeout();
            return heldMany(scope(READ, options, null), connection -> {
                if (options.needTransaction()) {
                    connection.scope().wantTransaction(timeout);
                }
                return until(timeout, runMany(connection, work));
            });
        });
    }

    private <T> Mono<T> begin(
            String purpose,
            TransactionOptions options,
            Function<? super AsyncConnection, ? extends Mono<T>> work,
            @Nullable LentConnection around) {
        return Mono.defer(() -> {
            Duration timeout = options.timeout();
            long startedAt = Clock.now();
            Mono<T> attempt = Mono.defer(() -> {
                Duration left = timeout == null ? null : left(timeout, startedAt);
                return held(scope(purpose, options, around), connection -> {
                    connection.scope().wantTransaction(left);
                    Mono<T> body = connection.runToCommit(work);
                    return timeout == null || left == null ? body : body.timeout(left, Mono.error(() -> late(timeout)));
                });
            });
            return options.attempts() == 1
                    ? attempt
                    : attempt.retryWhen(new TransactionRetry(options.attempts(), core.dialect()));
        });
    }

    /** What is left of a deadline that spans all attempts. */
    private static Duration left(Duration timeout, long startedAt) {
        Duration left = timeout.minusNanos(Clock.now() - startedAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The end of the time ends the values, and fails behind them: an error there would let them run on, unheard. */
    private static <T> Flux<T> until(@Nullable Duration timeout, Flux<T> values) {
        if (timeout == null) {
            return values;
        }
        return Flux.defer(() -> {
            AtomicBoolean over = new AtomicBoolean();
            return values.takeUntilOther(Mono.delay(timeout).doOnNext(now -> over.set(true)))
                    .concatWith(Mono.defer(() -> over.get() ? Mono.error(late(timeout)) : Mono.empty()));
        });
    }

    private static TransactionTimeoutException late(Duration timeout) {
        return new TransactionTimeoutException(
                "the transaction did not end within " + timeout + " and was rolled back", null);
    }

    private static <T> Mono<T> held(Mono<TransactionScope> opened, Function<LentConnection, Mono<T>> body) {
        return Scoped.one(
                opened,
                scope -> BodyGuard.one(scope.lease().turn(), body.apply(scope.handle())),
                TransactionScope::complete,
                TransactionScope::fail,
                TransactionScope::cancel);
    }

    private static <T> Flux<T> heldMany(Mono<TransactionScope> opened, Function<LentConnection, Flux<T>> body) {
        return Scoped.many(
                opened,
                scope -> BodyGuard.many(scope.lease().turn(), body.apply(scope.handle())),
                TransactionScope::complete,
                TransactionScope::fail,
                TransactionScope::cancel);
    }

    /** @param around the connection that is held meanwhile; null for none */
    private Mono<TransactionScope> scope(String purpose, TransactionOptions options, @Nullable LentConnection around) {
        SchemaMap wanted = (around == null ? schemas : around.schemas()).with(options.schemas());
        return core.lender()
                .acquire(purpose, around != null)
                .map(lease -> new TransactionScope(core, lease, options.or(isolation), purpose.equals(READ), wanted));
    }

    /** The schemas of what runs where this Context is. */
    SchemaMap schemas(ContextView context) {
        LentConnection current = core.current(context);
        return current == null ? schemas : current.schemas();
    }

    /** Runs a block in the transaction it found; if the block fails or is cancelled, that transaction must not commit. */
    private static <T> Mono<T> join(
            LentConnection current,
            TransactionOptions options,
            Function<? super AsyncConnection, ? extends Mono<T>> work) {
        ConfigurationException refusal = Joining.refusal(current, options);
        if (refusal != null) {
            return Mono.error(refusal);
        }
        return Mono.defer(() -> {
            AtomicBoolean over = new AtomicBoolean();
            Mono<T> body =
                    current.readOnly(options.isReadOnly()).in(options.schemas()).run(work);
            Duration timeout = options.timeout();
            return (timeout == null ? body : body.timeout(timeout, Mono.error(() -> late(timeout))))
                    .doOnNext(value -> over.set(true))
                    .doOnTerminate(() -> over.set(true))
                    .doOnError(current.turn()::doom)
                    .doOnCancel(() -> abandoned(current, over));
        });
    }

    private static <T> Flux<T> joinMany(
            LentConnection current,
            TransactionOptions options,
            Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        ConfigurationException refusal = Joining.refusal(current, options);
        if (refusal != null) {
            return Flux.error(refusal);
        }
        return Flux.defer(() -> {
            AtomicBoolean over = new AtomicBoolean();
            return until(
                            options.timeout(),
                            runMany(current.readOnly(options.isReadOnly()).in(options.schemas()), work))
                    .doOnTerminate(() -> over.set(true))
                    .doOnError(current.turn()::doom)
                    .doOnCancel(() -> abandoned(current, over));
        });
    }

    private static void abandoned(LentConnection current, AtomicBoolean over) {
        if (!over.get()) {
            current.turn().doom(new CancellationException("a block that had joined the transaction was cancelled"));
        }
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
