package io.fluxalchemy.dialects.mysql.driver;

import io.asyncer.r2dbc.mysql.MySqlConnectionFactoryProvider;
import io.asyncer.r2dbc.mysql.constant.SslMode;
import io.asyncer.r2dbc.mysql.constant.ZeroDateOption;
import io.fluxalchemy.dialects.mysqlfamily.driver.StorableNumbers;
import io.fluxalchemy.dialects.mysqlfamily.driver.StorableTimes;
import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.engine.driver.DriverSettings;
import io.fluxalchemy.engine.driver.Loopback;
import io.fluxalchemy.error.ConfigurationException;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.FluxAlchemyException;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The adapter of {@code io.asyncer:r2dbc-mysql}. Stateless and thread-safe; does no I/O. Sessions of a pool that is ours run in UTC; a
 * factory made elsewhere must say so itself. The driver offers no cancel, no reset and no status of the transaction: a connection
 * that needs one of them is given up.
 */
public final class MysqlDriverAdapter implements DriverAdapter {

    /** As long as a group's texts may be: the server's own limit is 1 KB. */
    private static final String TEXTS_OF_A_GROUP = "group_concat_max_len=1048576";

    @Override
    public boolean supports(ConnectionFactoryOptions options) {
        return "mysql".equals(options.getValue(ConnectionFactoryOptions.DRIVER));
    }

    @Override
    public boolean supports(ConnectionFactoryMetadata metadata) {
        return "MySQL".equals(metadata.getName());
    }

    @Override
    public String dialect() {
        return "mysql";
    }

    /**
     * Values travel beside the statement, never inside its text, and the session's time zone is UTC. Off this machine the server must
     * prove who it is unless the user says otherwise.
     *
     * @throws ConfigurationException if the options put values into the text
     */
    @Override
    public ConnectionFactoryOptions configure(ConnectionFactoryOptions options, DriverSettings settings) {
        Object prepared = options.getValue(MySqlConnectionFactoryProvider.USE_SERVER_PREPARE_STATEMENT);
        if (prepared != null && "false".equalsIgnoreCase(prepared.toString().trim())) {
            throw new ConfigurationException(
                    "the URL has useServerPrepareStatement=false: values must travel beside the text, not inside it,"
                            + " so leave the option out");
        }
        ConnectionFactoryOptions.Builder builder = options.mutate();
        if (!saysTls(options) && !Loopback.isAllOf(options)) {
            builder.option(MySqlConnectionFactoryProvider.SSL_MODE, SslMode.VERIFY_IDENTITY);
        }
        absent(options, builder, MySqlConnectionFactoryProvider.USE_SERVER_PREPARE_STATEMENT, true);
        absent(options, builder, MySqlConnectionFactoryProvider.PREPARE_CACHE_SIZE, settings.preparedStatements());
        absent(options, builder, MySqlConnectionFactoryProvider.CONNECTION_TIME_ZONE, "UTC");
        absent(options, builder, MySqlConnectionFactoryProvider.FORCE_CONNECTION_TIME_ZONE_TO_SESSION, true);
        absent(options, builder, MySqlConnectionFactoryProvider.ZERO_DATE, ZeroDateOption.EXCEPTION);
        absent(options, builder, MySqlConnectionFactoryProvider.TINY_INT_1_IS_BIT, false);
        absent(options, builder, MySqlConnectionFactoryProvider.SESSION_VARIABLES, new String[] {TEXTS_OF_A_GROUP});
        absent(options, builder, ConnectionFactoryOptions.CONNECT_TIMEOUT, settings.connectTimeout());
        return builder.build();
    }

    private static boolean saysTls(ConnectionFactoryOptions options) {
        return options.hasOption(ConnectionFactoryOptions.SSL)
                || options.hasOption(MySqlConnectionFactoryProvider.SSL_MODE)
                || options.hasOption(MySqlConnectionFactoryProvider.UNIX_SOCKET);
    }

    private static <T> void absent(
            ConnectionFactoryOptions options, ConnectionFactoryOptions.Builder builder, Option<T> option, T value) {
        if (!options.hasOption(option)) {
            builder.option(option, value);
        }
    }

    @Override
    public void bind(Statement statement, int index, SqlType<?> type, @Nullable Object canonical) {
        if (type.storage() instanceof Storage.Array) {
            throw new ConversionException("MySQL has no arrays: " + type.name() + " cannot be bound");
        }
        if (canonical == null) {
            Class<?> of = type.storage().canonicalClass();
            statement.bindNull(index, of == UUID.class ? String.class : of);
        } else {
            Object bound = canonical instanceof UUID ? canonical.toString() : canonical;
            statement.bind(index, StorableNumbers.bound(StorableTimes.bound(bound)));
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
                new FluxAlchemyException("the MySQL driver cannot cancel a statement from its own connection"));
    }

    @Override
    public @Nullable Boolean isIdle(Connection connection) {
        return null;
    }

    @Override
    public Mono<Void> reset(Connection connection) {
        return Mono.error(new FluxAlchemyException(
                "the MySQL driver cannot put a session back to what a new one has: open another connection"));
    }
}
