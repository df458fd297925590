package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.engine.driver.DriverSettings;
import io.fluxalchemy.engine.driver.VersionFloor;
import io.fluxalchemy.error.ErrorPlace;
import io.fluxalchemy.error.FluxAlchemyException;
import io.fluxalchemy.type.SqlType;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.Wrapped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The adapter of {@code org.postgresql:r2dbc-postgresql}. Stateless and thread-safe. Only {@link #cancel} and {@link #reset} do I/O,
 * when subscribed to.
 */
public final class PostgresqlDriverAdapter implements DriverAdapter {

    /** Not DISCARD ALL: it would drop the driver's prepared statements behind its back. */
    private static final String RESET = "RESET ALL; SET SESSION AUTHORIZATION DEFAULT; CLOSE ALL; UNLISTEN *;"
            + " SELECT pg_advisory_unlock_all(); DISCARD TEMP; DISCARD SEQUENCES";

    private static final String TLS_EXCEPTION = "PostgresqlSslException";

    private static final VersionFloor FLOOR = new VersionFloor(
            "org.postgresql:r2dbc-postgresql",
            "1.1.1",
            "takes bytes sent before the TLS handshake for the server's and leaks buffers of cancelled results");

    private static final Set<String> NAMES = Set.of("postgresql", "postgres");

    private final boolean hasOurCodec;

    public PostgresqlDriverAdapter() {
        this(true);
    }

    private PostgresqlDriverAdapter(boolean hasOurCodec) {
        this.hasOurCodec = hasOurCodec;
    }

    /** Asked of every adapter, whichever drivers are there: this touches no class of the driver. */
    @Override
    public boolean supports(ConnectionFactoryOptions options) {
        Object driver = options.getValue(ConnectionFactoryOptions.DRIVER);
        return driver instanceof String name && NAMES.contains(name);
    }

    @Override
    public boolean supports(ConnectionFactoryMetadata metadata) {
        return "PostgreSQL".equals(metadata.getName());
    }

    @Override
    public String dialect() {
        return "postgresql";
    }

    @Override
    public ConnectionFactoryOptions configure(ConnectionFactoryOptions options, DriverSettings settings) {
        return PostgresqlOptions.configure(options, settings);
    }

    @Override
    public Optional<String> warning() {
        return FLOOR.warning(PostgresqlConnection.class);
    }

    /** The server names them apart from its text, since PostgreSQL 9.3. */
    @Override
    public ErrorPlace placeOf(R2dbcException error) {
        if (!(error instanceof PostgresqlException postgres)) {
            return ErrorPlace.UNKNOWN;
        }
        ErrorDetails details = postgres.getErrorDetails();
        return new ErrorPlace(
                details.getSchemaName().orElse(null),
                details.getTableName().orElse(null),
                details.getColumnName().orElse(null),
                details.getConstraintName().orElse(null));
    }

    /** The driver's own exception for this is hidden; its name is all that tells it from a refused login. */
    @Override
    public boolean isTlsRefusal(Throwable error) {
        Throwable cause = error.getCause();
        return DriverAdapter.super.isTlsRefusal(error)
                || TLS_EXCEPTION.equals(error.getClass().getSimpleName())
                || cause != null && TLS_EXCEPTION.equals(cause.getClass().getSimpleName());
    }

    @Override
    public DriverAdapter unconfigured() {
        return new PostgresqlDriverAdapter(false);
    }

    @Override
    public void bind(Statement statement, int index, SqlType<?> type, @Nullable Object canonical) {
        Binding.bind(statement, index, type, canonical, hasOurCodec);
    }

    @Override
    public ColumnDecoder decoder(ColumnMetadata column, SqlType<?> type) {
        return ColumnReading.decoder(column, type, hasOurCodec);
    }

    @Override
    public SqlType<?> typeOf(ColumnMetadata column) {
        return ColumnReading.typeOf(column);
    }

    /** With a fetch size the driver closes the portal after the rows under way. */
    @Override
    public boolean endsOnCancel() {
        return true;
    }

    /** A simple query and what follows it share a round trip; two statements with values do not. */
    @Override
    public boolean keepsOrder(Connection connection) {
        return true;
    }

    /** One set of values is kept for the next run, which overwrites it; parsing a text costs more than all else before sending it. */
    @Override
    public boolean reusesStatements() {
        return true;
    }

    /** The driver's own BEGIN needs no parsing and no window of results; settings go with a text. */
    @Override
    public @Nullable Publisher<Void> control(Connection connection, String text) {
        return text.equals("begin") ? connection.beginTransaction() : null;
    }

    @Override
    public Mono<Long> copy(Connection connection, String text, List<@Nullable Object[]> rows) {
        PostgresqlConnection unwrapped = unwrap(connection);
        return unwrapped == null
                ? Mono.error(hidden("rows cannot be loaded in bulk through it"))
                : unwrapped
                        .copyIn(text)
                        .from(Flux.<byte[]>fromIterable(() -> new CopyText(rows))
                                .map(Unpooled::wrappedBuffer))
                        .build();
    }

    private static FluxAlchemyException hidden(String consequence) {
        return new FluxAlchemyException(
                "the connection hides the PostgreSQL driver's connection (it does not implement Wrapped): "
                        + consequence);
    }

    @Override
    public boolean canCancel() {
        return true;
    }

    /** Completes when the server has closed the connection the request came by; a later statement is not hit. */
    @Override
    public Mono<Void> cancel(Connection connection) {
        PostgresqlConnection unwrapped = unwrap(connection);
        return unwrapped == null
                ? Mono.error(hidden("a running statement cannot be cancelled through it"))
                : unwrapped.cancelRequest();
    }

    private static @Nullable PostgresqlConnection unwrap(Connection connection) {
        if (connection instanceof PostgresqlConnection own) {
            return own;
        }
        return connection instanceof Wrapped<?> wrapped ? wrapped.unwrap(PostgresqlConnection.class) : null;
    }

    /** The driver's auto-commit flag is the server's transaction status. */
    @Override
    public Boolean isIdle(Connection connection) {
        return connection.isAutoCommit();
    }

    @Override
    public Mono<Void> reset(Connection connection) {
        return Mono.defer(() -> Flux.from(connection.createStatement(RESET).execute())
                .concatMap(Result::getRowsUpdated)
                .then());
    }
}
