package io.fluxalchemy.testkit.engine;

import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.SqlExecutor;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.sql.Query;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The transaction of one test: its body waits for the test to end, and meanwhile its connection is lent out, one savepoint for
 * each transaction of the code under test. Inside such a savepoint the engine finds it in the Context and joins it, as it joins
 * any transaction.
 */
final class OuterTransaction {

    private static final Object SAVEPOINT = OuterTransaction.class;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AsyncEngine engine;
    private final AsyncConnection connection;
    private final @Nullable Isolation isolation;
    private final ContextView context;
    private final Sinks.Empty<Void> testEnd = Sinks.empty();
    private volatile CompletableFuture<Void> ended = new CompletableFuture<>();

    private OuterTransaction(
            AsyncEngine engine, AsyncConnection connection, @Nullable Isolation isolation, ContextView context) {
        this.engine = engine;
        this.connection = connection;
        this.isolation = isolation;
        this.context = context;
    }

    /** Blocks until the transaction is open. */
    static OuterTransaction open(AsyncEngine engine, @Nullable Isolation isolation) {
        CompletableFuture<OuterTransaction> opened = new CompletableFuture<>();
        TransactionOptions options = isolation == null
                ? TransactionOptions.defaults()
                : TransactionOptions.defaults().isolation(isolation);
        CompletableFuture<Void> ended = engine.<Void>transaction(
                        options,
                        connection -> begun(connection).then(Mono.deferContextual(context -> {
                            OuterTransaction transaction = new OuterTransaction(engine, connection, isolation, context);
                            opened.complete(transaction);
                            return transaction.testEnd.asMono();
                        })))
                .doOnError(opened::completeExceptionally)
                .onErrorComplete(EndOfTest.class)
                .toFuture();
        OuterTransaction transaction =
                opened.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        transaction.ended = ended;
        return transaction;
    }

    /** A transaction begins with its first statement: here before the test's own. */
    private static Mono<Void> begun(AsyncConnection connection) {
        return connection.nested(savepoint -> Mono.empty());
    }

    /** Blocks until everything the test wrote is undone. */
    void rollBack() {
        testEnd.tryEmitError(new EndOfTest());
        ended.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    <T> Mono<T> transaction(TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        Mono<T> joined = engine.transaction(options, work);
        return TestOptions.checked(
                isolation, options, joinOr(joined, TestOptions.retried(options, savepoint(connection, c -> joined))));
    }

    <T> Mono<T> read(TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        Mono<T> joined = engine.read(options, work);
        Mono<T> limited = options.timeout() == null ? joined : engine.transaction(options.readOnly(), work);
        return TestOptions.checked(
                isolation, options, joinOr(joined, TestOptions.retried(options, savepoint(connection, c -> limited))));
    }

    <T> Flux<T> readMany(TransactionOptions options, Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        Flux<T> rows = engine.readMany(options, work);
        return TestOptions.checked(isolation, options, Mono.just(rows))
                .flatMapMany(checked -> TestOptions.limited(options, checked))
                .contextWrite(this::carryingOn);
    }

    <T> Mono<T> independent(TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        Mono<T> joined = engine.transaction(options, work);
        Mono<T> inSavepoint = Mono.deferContextual(
                caller -> savepoint(caller.hasKey(SAVEPOINT) ? caller.get(SAVEPOINT) : connection, c -> joined));
        return TestOptions.checked(isolation, options, TestOptions.retried(options, inSavepoint));
    }

    <T> Mono<T> statement(Function<SqlExecutor, Mono<T>> verb) {
        return joinOr(verb.apply(engine), savepoint(connection, verb::apply));
    }

    <T> Flux<T> stream(Query<T> query) {
        return engine.stream(query).contextWrite(this::carryingOn);
    }

    private static <T> Mono<T> joinOr(Mono<T> inSavepoint, Mono<T> otherwise) {
        return Mono.deferContextual(caller -> caller.hasKey(SAVEPOINT) ? inSavepoint : otherwise);
    }

    private <T> Mono<T> savepoint(AsyncConnection on, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return on.nested(c -> Mono.<T>defer(() -> work.apply(c)).contextWrite(inner -> inner.put(SAVEPOINT, c)))
                .contextWrite(this::carryingOn);
    }

    /** The engine's own entries of the test's transaction, under whatever the caller's Context has. */
    private Context carryingOn(Context caller) {
        return Context.of(context).putAll(caller.readOnly());
    }

    /** The way a test's transaction ends. */
    private static final class EndOfTest extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EndOfTest() {
            super("the test is over", null, false, false);
        }
    }
}
