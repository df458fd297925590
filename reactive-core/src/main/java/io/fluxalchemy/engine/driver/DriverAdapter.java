package io.fluxalchemy.engine.driver;

import io.fluxalchemy.error.ErrorPlace;
import io.fluxalchemy.type.SqlType;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * What one driver does at run time that R2DBC's interfaces leave open: its options, exact binds and reads, cancel on the
 * server, transaction status, reset. Found by {@link java.util.ServiceLoader}; stateless and thread-safe. The only place that
 * may import a driver's classes.
 */
public interface DriverAdapter {

    /** Whether this adapter is for the driver behind these options (their {@code DRIVER}/{@code PROTOCOL}). */
    boolean supports(ConnectionFactoryOptions options);

    /** Whether this adapter is for the driver behind an existing factory. */
    boolean supports(ConnectionFactoryMetadata metadata);

    /** The name of the {@link io.fluxalchemy.dialect.Dialect} that goes with this driver. */
    String dialect();

    /** Adds what the adapter needs (codecs, transfer format) to the options of a pool that is ours. */
    ConnectionFactoryOptions configure(ConnectionFactoryOptions options, DriverSettings settings);

    /**
     * The adapter of connections whose factory {@link #configure} had no part in, such as those of a pool made elsewhere: it reads
     * what the driver alone reads exactly, and refuses the rest.
     */
    default DriverAdapter unconfigured() {
        return this;
    }

    /** What to warn of when an engine is built: a driver older than the first version without a fault that matters. */
    default Optional<String> warning() {
        return Optional.empty();
    }

    /** Which object of the schema a driver's error is about, where the driver tells it apart from the server's text. */
    default ErrorPlace placeOf(R2dbcException error) {
        return ErrorPlace.UNKNOWN;
    }

    /** Whether a connection was not opened because no TLS could be agreed on that the options trust. */
    default boolean isTlsRefusal(Throwable error) {
        return TlsRefusal.isBehind(error);
    }

    /** Binds a canonical value, or NULL of the type, at a position counted from 0. */
    void bind(Statement statement, int index, SqlType<?> type, @Nullable Object canonical);

    /**
     * The decoder of a column, by what the driver says of it and how it is to be read.
     *
     * @throws io.fluxalchemy.error.ConversionException if this column cannot be read exactly as this type; names column and cast
     */
    ColumnDecoder decoder(ColumnMetadata column, SqlType<?> type);

    /** The type a column of an untyped query (text SQL) is read as. */
    SqlType<?> typeOf(ColumnMetadata column);

    /**
     * Whether cancelling the subscription to a result with a fetch size makes the driver end the exchange soon, its remaining rows
     * unread. Where it does not, the engine reads them to the end.
     */
    default boolean endsOnCancel() {
        return false;
    }

    /**
     * Whether a statement may be given to the driver while a text without values before it is unanswered: the driver sends both at
     * once and in order.
     */
    default boolean keepsOrder(Connection connection) {
        return false;
    }

    /**
     * Runs a text that begins or ends a transaction, or sets a savepoint, by calls of the driver's: where that sends just this text and
     * is cheaper than a statement, or where the driver has a mode of its own that must go with it. Null where it is a statement as any.
     */
    default @Nullable Publisher<Void> control(Connection connection, String text) {
        return null;
    }

    /**
     * Whether a statement that has run to its end may run again when each of its values is bound anew, as R2DBC says; then a text is
     * not parsed anew for each run.
     */
    default boolean reusesStatements() {
        return false;
    }

    /**
     * Sends rows to a bulk load and emits how many were taken; only for dialects that have
     * {@link io.fluxalchemy.dialect.Dialect#copies()}. Cancelling ends the load, and nothing of it is stored.
     *
     * @param text as the dialect's {@code copy} makes it
     * @param rows canonical values, or nulls, in the order of the columns
     */
    default Mono<Long> copy(Connection connection, String text, List<@Nullable Object[]> rows) {
        return Mono.error(new UnsupportedOperationException(getClass().getName() + " loads no rows in bulk"));
    }

    /** Whether {@link #cancel} stops a running statement on the server. */
    boolean canCancel();

    /** Stops the running statement on the server; completes when the request can no longer hit a later statement. */
    Mono<Void> cancel(Connection connection);

    /** Whether the connection is outside any transaction, where the driver knows; null where it does not. */
    @Nullable
    Boolean isIdle(Connection connection);

    /** Puts session state back to what a new connection has; the driver's prepared statements stay valid. */
    Mono<Void> reset(Connection connection);
}
