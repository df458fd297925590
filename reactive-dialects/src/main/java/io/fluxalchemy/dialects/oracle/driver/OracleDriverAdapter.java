package io.fluxalchemy.dialects.oracle.driver;

import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.engine.driver.DriverSettings;
import io.fluxalchemy.engine.driver.Loopback;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.FluxAlchemyException;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import oracle.r2dbc.OracleR2dbcTypes;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The adapter of {@code com.oracle.database.r2dbc:oracle-r2dbc}. Stateless and thread-safe; does no I/O of its own. The driver commits
 * each statement unless it is told otherwise, so it is told around each transaction. It offers no cancel of one statement and no
 * reset: a connection that needs one of them is given up.
 */
public final class OracleDriverAdapter implements DriverAdapter {

    /** Loaded with this class, so that an adapter without its driver is not found. */
    private static final String JSON = OracleR2dbcTypes.JSON.getName();

    @Override
    public boolean supports(ConnectionFactoryOptions options) {
        return "oracle".equals(options.getValue(ConnectionFactoryOptions.DRIVER));
    }

    @Override
    public boolean supports(ConnectionFactoryMetadata metadata) {
        return "Oracle Database".equals(metadata.getName()) && !JSON.isEmpty();
    }

    @Override
    public String dialect() {
        return "oracle";
    }

    /** Off this machine the server must prove who it is, at its listener's port for TLS, unless the user says {@code ssl=false}. */
    @Override
    public ConnectionFactoryOptions configure(ConnectionFactoryOptions options, DriverSettings settings) {
        ConnectionFactoryOptions.Builder builder = options.mutate();
        if (!options.hasOption(ConnectionFactoryOptions.SSL) && !Loopback.isAllOf(options)) {
            builder.option(ConnectionFactoryOptions.SSL, true);
        }
        if (!options.hasOption(ConnectionFactoryOptions.CONNECT_TIMEOUT)) {
            builder.option(ConnectionFactoryOptions.CONNECT_TIMEOUT, settings.connectTimeout());
        }
        return builder.build();
    }

    @Override
    public void bind(Statement statement, int index, SqlType<?> type, @Nullable Object canonical) {
        if (type.storage() instanceof Storage.Array) {
            throw new ConversionException(
                    "Oracle has no arrays without a type of their own: " + type.name() + " cannot be bound");
        } else if (canonical == null) {
            statement.bindNull(index, Storable.classOf(type.storage().canonicalClass()));
        } else {
            statement.bind(index, Storable.bound(canonical));
        }
    }

    @Override
    public ColumnDecoder decoder(ColumnMetadata column, SqlType<?> type) {
        return ColumnReading.decoder(column, type);
    }

    @Override
    public SqlType<?> typeOf(ColumnMetadata column) {
        return ColumnReading.typeOf(column);
    }

    /** What begins a transaction ends the driver's auto-commit; once it has ended, that begins again. */
    @Override
    public @Nullable Publisher<Void> control(Connection connection, String text) {
        if (text.startsWith("set transaction ")) {
            return Mono.from(connection.setAutoCommit(false)).then(run(connection, text));
        }
        return text.equals("set autocommit on") ? connection.setAutoCommit(true) : null;
    }

    private static Mono<Void> run(Connection connection, String text) {
        return Mono.defer(() -> Flux.from(connection.createStatement(text).execute())
                .concatMap(Result::getRowsUpdated)
                .then());
    }

    @Override
    public boolean canCancel() {
        return false;
    }

    @Override
    public Mono<Void> cancel(Connection connection) {
        return Mono.error(
                new FluxAlchemyException("the Oracle driver cannot cancel a statement from its own connection"));
    }

    /** The driver knows its own mode only, not whether the server has a transaction open. */
    @Override
    public @Nullable Boolean isIdle(Connection connection) {
        return null;
    }

    @Override
    public Mono<Void> reset(Connection connection) {
        return Mono.error(new FluxAlchemyException(
                "the Oracle driver cannot put a session back to what a new one has: open another connection"));
    }
}
