package io.fluxalchemy.engine;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.compiler.CacheStatistics;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.error.CommitOutcomeUnknownException;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.SchemaMap;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * The way to one database: a pool, a dialect, and scopes that lend a connection to a function. Thread-safe, one per database,
 * kept for the life of the application. No I/O happens before the first subscription.
 *
 * <p>The statement verbs run in the transaction of this engine found in the Reactor Context, else in autocommit on a connection
 * of their own.
 */
@CheckReturnValue
public interface AsyncEngine extends SqlExecutor {

    /** An engine with defaults for an R2DBC URL, such as {@code r2dbc:postgresql://app:secret@localhost/shop}. */
    static AsyncEngine create(String url) {
        return builder().url(url).build();
    }

    /** An engine over an existing factory; where that is a pool, no second pool is built. */
    static AsyncEngine of(ConnectionFactory factory) {
        return builder().connectionFactory(factory).build();
    }

    static AsyncEngineBuilder builder() {
        return new AsyncEngineBuilder();
    }

    Dialect dialect();

    /**
     * Whether what would be lost in silence is worth some work to find: sessions then look for changes to entities of read scopes and
     * for operations nobody subscribed to. False except in engines for tests.
     */
    default boolean isStrict() {
        return false;
    }

    /**
     * Whether a Context is that of a scope of this engine: what runs with it works on the connection of that scope, and does not take
     * one of its own.
     */
    boolean isInScope(ContextView context);

    /**
     * Creates the tables, indexes, sequences and types of a schema that do not exist yet, in an order the database takes. What is
     * there already is left as it is. One statement after the other; on PostgreSQL a transaction around them undoes all of
     * them, H2 and MariaDB commit each.
     */
    default Mono<Void> createAll(MetaData schema) {
        return createAll(schema, SchemaMap.NONE);
    }

    /** As {@link #createAll(MetaData)}, where these schemas, which exist, stand for those that the tables name. */
    default Mono<Void> createAll(MetaData schema, SchemaMap schemas) {
        return Ddl.run(this, dialect(), schemas, schema::createMissing);
    }

    /** Drops whatever of a schema exists, with all rows. */
    default Mono<Void> dropAll(MetaData schema) {
        return dropAll(schema, SchemaMap.NONE);
    }

    /** As {@link #dropAll(MetaData)}, where these schemas stand for those that the tables name. */
    default Mono<Void> dropAll(MetaData schema, SchemaMap schemas) {
        return Ddl.run(this, dialect(), schemas, schema::dropAll);
    }

    /**
     * Runs a body in a transaction: its Mono completes → commit, error or cancel → rollback. The value is emitted after the
     * commit was acknowledged. Inside a transaction of this engine (found in the Reactor Context) it joins that one.
     */
    default <T> Mono<T> transaction(Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return transaction(TransactionOptions.defaults(), work);
    }

    <T> Mono<T> transaction(TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work);

    /** As {@link #transaction(Function)} for several values; they are emitted after the commit and buffered until then. */
    default <T> Flux<T> transactionMany(Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        return transactionMany(TransactionOptions.defaults(), work);
    }

    <T> Flux<T> transactionMany(
            TransactionOptions options, Function<? super AsyncConnection, ? extends Publisher<T>> work);

    /**
     * As {@link #transactionMany(Function)}, but values leave as they come, <em>before</em> the commit, in any number: an error
     * after a value means that what was seen of it is not stored. Cancelling, {@code take(n)} too, rolls back. Never run again by
     * {@code retry}.
     */
    default <T> Flux<T> streamTentative(Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        return streamTentative(TransactionOptions.defaults(), work);
    }

    <T> Flux<T> streamTentative(
            TransactionOptions options, Function<? super AsyncConnection, ? extends Publisher<T>> work);

    /** A transaction on a second connection, independent of the one in the Context. */
    default <T> Mono<T> requiresNew(Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return requiresNew(TransactionOptions.defaults(), work);
    }

    <T> Mono<T> requiresNew(TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work);

    /** One held connection in autocommit, read-only on the client side; joins a transaction found in the Context. */
    default <T> Mono<T> read(Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return read(TransactionOptions.defaults().readOnly(), work);
    }

    /** As {@link #read(Function)}; opens a read-only transaction where isolation, a snapshot or a timeout is asked for. */
    <T> Mono<T> read(TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work);

    /** As {@link #read(Function)} for several values, emitted while reading. */
    default <T> Flux<T> readMany(Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        return readMany(TransactionOptions.defaults().readOnly(), work);
    }

    <T> Flux<T> readMany(TransactionOptions options, Function<? super AsyncConnection, ? extends Publisher<T>> work);

    /**
     * This engine's connections for users of plain R2DBC, such as another library in the same application. Each belongs to whoever
     * subscribed, outside every scope and transaction of this engine, until it is closed; none is taken back by a late cancel, so
     * close it in {@code usingWhen}. Acquiring waits as scopes do, and fails as they do with exceptions of ours; the errors of its
     * statements are the driver's.
     *
     * <p>What ran on it is not seen here. So closing waits for the server's answers (after a second it stops what runs, where the
     * driver can), rolls back, and resets the session; a connection that cannot be brought into order, or whose driver has no
     * reset, is destroyed. Closing twice does nothing; other use after closing fails with {@code SessionClosedException}.
     * {@link #close(Duration)} and {@link #pendingCleanup()} cover these connections.
     */
    ConnectionFactory connectionFactory();

    /** How often a statement was found compiled, and how often it was not. */
    CacheStatistics compiledStatements();

    /**
     * Asks the database how a transaction of unknown outcome has ended: {@code COMMITTED} or {@code ROLLED_BACK}, or
     * {@code UNKNOWN} where it cannot tell: no id was taken ({@link AsyncEngineBuilder#trackCommits}), the transaction still runs
     * after five seconds, or the server has forgotten it. Fails while the server cannot be reached: try again later. Only the
     * server that ran the transaction knows; one promoted in its place may give another transaction's answer.
     */
    Mono<Outcome> outcomeOf(CommitOutcomeUnknownException unknown);

    /** What the pool holds now; empty figures for a pool that is not ours. */
    PoolSnapshot pool();

    /** Completes when what cancelled scopes left behind, their rollbacks and releases, has ended. */
    Mono<Void> pendingCleanup();

    /** Refuses new work, waits ten seconds for running work, then closes every connection. Idempotent. */
    default Mono<Void> close() {
        return close(Duration.ofSeconds(10));
    }

    /**
     * As {@link #close()}. What still runs when the grace is over is stopped on the server and its connections are closed under
     * it. A pool that is not ours stays open.
     */
    Mono<Void> close(Duration grace);
}
