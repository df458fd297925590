package io.fluxalchemy.dialects.sqlserver.driver;

import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.engine.driver.DriverSettings;
import io.fluxalchemy.engine.driver.Loopback;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.FluxAlchemyException;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import io.r2dbc.mssql.MssqlConnectionFactoryProvider;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.Statement;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The adapter of {@code io.r2dbc:r2dbc-mssql}. Stateless and thread-safe; does no I/O. The driver lets nobody send an attention or
 * ask the server for a clean session: a connection that needs one of them is given up.
 */
public final class MssqlDriverAdapter implements DriverAdapter {

    /** Loaded with this class, so that an adapter without its driver is not found. */
    private static final Option<Boolean> UNICODE = MssqlConnectionFactoryProvider.SEND_STRING_PARAMETERS_AS_UNICODE;

    private static final Option<Object> CURSORS = MssqlConnectionFactoryProvider.PREFER_CURSORED_EXECUTION;

    @Override
    public boolean supports(ConnectionFactoryOptions options) {
        Object driver = options.getValue(ConnectionFactoryOptions.DRIVER);
        return MssqlConnectionFactoryProvider.MSSQL_DRIVER.equals(driver)
                || MssqlConnectionFactoryProvider.ALTERNATE_MSSQL_DRIVER.equals(driver);
    }

    @Override
    public boolean supports(ConnectionFactoryMetadata metadata) {
        return "Microsoft SQL Server".equals(metadata.getName());
    }

    @Override
    public String dialect() {
        return "sqlserver";
    }

    /**
     * Texts travel as Unicode, and statements run without a cursor of the server unless one asks for a fetch size. Off this machine
     * the server must prove who it is unless the user says otherwise.
     */
    @Override
    public ConnectionFactoryOptions configure(ConnectionFactoryOptions options, DriverSettings settings) {
        ConnectionFactoryOptions.Builder builder = options.mutate();
        if (!Loopback.isAllOf(options)) {
            absent(options, builder, ConnectionFactoryOptions.SSL, true);
        }
        absent(options, builder, UNICODE, true);
        absent(options, builder, CURSORS, false);
        absent(options, builder, ConnectionFactoryOptions.CONNECT_TIMEOUT, settings.connectTimeout());
        return builder.build();
    }

    private static <T> void absent(
            ConnectionFactoryOptions options, ConnectionFactoryOptions.Builder builder, Option<T> option, T value) {
        if (!options.hasOption(option)) {
            builder.option(option, value);
        }
    }

    /** By name: the driver counts every place a marker stands at, and one value may stand at several. */
    @Override
    public void bind(Statement statement, int index, SqlType<?> type, @Nullable Object canonical) {
        if (type.storage() instanceof Storage.Array) {
            throw new ConversionException("SQL Server has no arrays: " + type.name() + " cannot be bound");
        }
        String marker = "P" + (index + 1);
        if (canonical == null) {
            statement.bindNull(marker, Storable.classOf(type.storage()));
        } else {
            statement.bind(marker, Storable.bound(type.storage(), canonical));
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

    @Override
    public boolean canCancel() {
        return false;
    }

    @Override
    public Mono<Void> cancel(Connection connection) {
        return Mono.error(
                new FluxAlchemyException("the SQL Server driver cannot cancel a statement from its own connection"));
    }

    /** No server has confirmed what the driver says of transactions that the server ends by itself. */
    @Override
    public @Nullable Boolean isIdle(Connection connection) {
        return null;
    }

    @Override
    public Mono<Void> reset(Connection connection) {
        return Mono.error(new FluxAlchemyException(
                "the SQL Server driver cannot put a session back to what a new one has: open another connection"));
    }
}
