package io.fluxalchemy.dialects.mariadb.driver;

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
import io.r2dbc.spi.Wrapped;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mariadb.r2dbc.api.MariadbConnection;
import reactor.core.publisher.Mono;

/**
 * The adapter of {@code org.mariadb:r2dbc-mariadb}. Stateless and thread-safe; does no I/O. Sessions of a pool that is ours run in
 * UTC; a factory made elsewhere must say so itself ({@code timezone=UTC}) where columns are of type TIMESTAMP. The driver offers no
 * cancel on the connection itself and no reset: a connection that needs either is given up.
 */
public final class MariadbDriverAdapter implements DriverAdapter {

    private static final Option<Object> SERVER_STATEMENTS = Option.valueOf("useServerPrepStmts");
    private static final Option<Object> MULTI_QUERIES = Option.valueOf("allowMultiQueries");
    private static final Option<Object> SSL_MODE = Option.valueOf("sslMode");
    private static final Option<Object> SYSTEM_TRUST = Option.valueOf("fallbackToSystemTrustStore");
    private static final Option<Object> SOCKET = Option.valueOf("socket");

    /** What the driver says of a server without TLS; it has no exception of its own for it. */
    private static final String NO_TLS = "ssl not enabled in the server";

    private static final Option<Object> STATEMENTS = Option.valueOf("prepareCacheSize");
    private static final Option<Object> PIPELINING = Option.valueOf("allowPipelining");
    private static final Option<Object> TIME_ZONE = Option.valueOf("timezone");
    private static final Option<Object> SESSION_VARIABLES = Option.valueOf("sessionVariables");

    /**
     * STRICT_TRANS_TABLES, ERROR_FOR_DIVISION_BY_ZERO, NO_AUTO_CREATE_USER and NO_ENGINE_SUBSTITUTION: the server's own default. Without
     * the first MariaDB cuts text short with a warning that nobody reads. By number, because the driver's option takes no list.
     */
    private static final String STRICT = "sql_mode=" + (1 << 21 | 1 << 26 | 1 << 28 | 1 << 30);

    @Override
    public boolean supports(ConnectionFactoryOptions options) {
        return "mariadb".equals(options.getValue(ConnectionFactoryOptions.DRIVER));
    }

    @Override
    public boolean supports(ConnectionFactoryMetadata metadata) {
        return "MariaDB".equals(metadata.getName());
    }

    @Override
    public String dialect() {
        return "mariadb";
    }

    /**
     * Values travel beside the statement, never inside its text, a text is one statement, the session's time zone is UTC, and its mode
     * is MariaDB's default, which is strict, unless {@code sessionVariables} names another {@code sql_mode}. Off this machine the
     * server must prove who it is unless the user says otherwise.
     *
     * No statement is kept prepared: each is prepared, and then runs.
     *
     * @throws ConfigurationException if the options let a text hold several statements, put values into it, or keep statements
     */
    @Override
    public ConnectionFactoryOptions configure(ConnectionFactoryOptions options, DriverSettings settings) {
        requireNot(options, MULTI_QUERIES, "true", "a text must be one statement");
        requireNot(options, SERVER_STATEMENTS, "false", "values must travel beside the text, not inside it");
        requireSingleSteps(options);
        ConnectionFactoryOptions.Builder builder = options.mutate();
        if (!saysTls(options) && !Loopback.isAllOf(options)) {
            builder.option(SSL_MODE, "verify-full");
        }
        // without it a mode that verifies needs a certificate file, also for servers whose authority every JVM knows
        absent(options, builder, SYSTEM_TRUST, true);
        absent(options, builder, SERVER_STATEMENTS, true);
        builder.option(STATEMENTS, 0).option(PIPELINING, false);
        absent(options, builder, TIME_ZONE, "UTC");
        builder.option(SESSION_VARIABLES, strict(options.getValue(SESSION_VARIABLES)));
        if (!options.hasOption(ConnectionFactoryOptions.CONNECT_TIMEOUT)) {
            builder.option(ConnectionFactoryOptions.CONNECT_TIMEOUT, settings.connectTimeout());
        }
        return builder.build();
    }

    /**
     * The driver (1.4.0) errs once a statement could not be prepared. It never forgets its text, and from then on keeps each statement of
     * that connection under the text of the one before: run again, a text gets another one's rows. And where it had sent the execution along,
     * it may take the second error for the answer to what is sent next, and loses the link.
     */
    private static void requireSingleSteps(ConnectionFactoryOptions options) {
        Object size = options.getValue(STATEMENTS);
        if (size != null && !"0".equals(size.toString().trim())) {
            throw new ConfigurationException(
                    "the URL has " + STATEMENTS.name() + "=" + size
                            + ": r2dbc-mariadb mixes up the statements it keeps once one could not be prepared, so leave the option out");
        }
        requireNot(options, PIPELINING, "true", "r2dbc-mariadb loses its link where a statement cannot be prepared");
    }

    private static String strict(@Nullable Object variables) {
        String given = variables == null ? "" : variables.toString().trim();
        if (given.isEmpty()) {
            return STRICT;
        }
        return given.toLowerCase(Locale.ROOT).contains("sql_mode") ? given : given + "," + STRICT;
    }

    private static boolean saysTls(ConnectionFactoryOptions options) {
        return options.hasOption(ConnectionFactoryOptions.SSL)
                || options.hasOption(SSL_MODE)
                || options.hasOption(SOCKET);
    }

    private static void requireNot(
            ConnectionFactoryOptions options, Option<Object> option, String refused, String reason) {
        Object value = options.getValue(option);
        if (value != null && refused.equalsIgnoreCase(value.toString().trim())) {
            throw new ConfigurationException(
                    "the URL has " + option.name() + "=" + refused + ": " + reason + ", so leave the option out");
        }
    }

    @Override
    public boolean isTlsRefusal(Throwable error) {
        return DriverAdapter.super.isTlsRefusal(error)
                || String.valueOf(error.getMessage()).contains(NO_TLS)
                || error.getCause() != null
                        && String.valueOf(error.getCause().getMessage()).contains(NO_TLS);
    }

    private static void absent(
            ConnectionFactoryOptions options,
            ConnectionFactoryOptions.Builder builder,
            Option<Object> option,
            Object value) {
        if (!options.hasOption(option)) {
            builder.option(option, value);
        }
    }

    @Override
    public void bind(Statement statement, int index, SqlType<?> type, @Nullable Object canonical) {
        if (type.storage() instanceof Storage.Array) {
            throw new ConversionException("MariaDB has no arrays: " + type.name() + " cannot be bound");
        }
        if (canonical == null) {
            statement.bindNull(index, type.storage().canonicalClass());
        } else {
            statement.bind(index, StorableNumbers.bound(StorableTimes.bound(canonical)));
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
                new FluxAlchemyException("the MariaDB driver cannot cancel a statement from its own connection"));
    }

    @Override
    public @Nullable Boolean isIdle(Connection connection) {
        MariadbConnection unwrapped = unwrap(connection);
        return unwrapped == null ? null : !unwrapped.isInTransaction();
    }

    private static @Nullable MariadbConnection unwrap(Connection connection) {
        if (connection instanceof MariadbConnection own) {
            return own;
        }
        return connection instanceof Wrapped<?> wrapped ? wrapped.unwrap(MariadbConnection.class) : null;
    }

    @Override
    public Mono<Void> reset(Connection connection) {
        return Mono.error(new FluxAlchemyException(
                "the MariaDB driver cannot put a session back to what a new one has: open another connection"));
    }
}
