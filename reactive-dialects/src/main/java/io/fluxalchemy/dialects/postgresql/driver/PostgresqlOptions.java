package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.engine.driver.DriverSettings;
import io.fluxalchemy.engine.driver.Loopback;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/** The driver's options: what the adapter cannot do without, and defaults for what the user has not said. */
final class PostgresqlOptions {

    private static final Option<Object> FORCE_BINARY = Option.valueOf("forceBinary");
    private static final Option<Object> STATEMENTS = Option.valueOf("preparedStatementCacheQueries");
    private static final Option<Object> LOOPS = Option.valueOf("loopResources");
    private static final Option<Object> SSL_MODE = Option.valueOf("sslMode");
    private static final Option<Object> SSL_MODE_ALIAS = Option.valueOf("sslmode");
    private static final Option<Object> SOCKET = Option.valueOf("socket");
    private static final Option<Object> EXTENSIONS = Option.valueOf("extensions");

    private PostgresqlOptions() {}

    /**
     * The driver's own default is no TLS at all: off this machine the password and all rows would pass in clear text, so there the
     * server must prove who it is unless the user says otherwise.
     *
     * <p>Binary transfer is set only together with our codec: the driver's own reads some types wrongly from it.
     */
    static ConnectionFactoryOptions configure(ConnectionFactoryOptions options, DriverSettings settings) {
        ConnectionFactoryOptions.Builder builder = options.mutate();
        List<Object> extensions = new ArrayList<>();
        if (options.getValue(EXTENSIONS) instanceof Collection<?> given) {
            extensions.addAll(given);
        }
        // first, because a codec of the driver claims arrays of text as any class whatever
        extensions.add((CodecRegistrar)
                (connection, allocator, registry) -> Mono.fromRunnable(() -> registry.addFirst(new RawValueCodec())));
        builder.option(EXTENSIONS, extensions);
        absent(options, builder, FORCE_BINARY, true);
        absent(options, builder, STATEMENTS, settings.preparedStatements());
        if (!saysTls(options) && !Loopback.isAllOf(options)) {
            builder.option(SSL_MODE, "verify-full");
        }
        Object loops = options.getValue(LOOPS);
        builder.option(
                LOOPS,
                loops instanceof LoopResources given ? new CleaningLoops(given) : EventLoops.of(settings.eventLoops()));
        if (!options.hasOption(ConnectionFactoryOptions.CONNECT_TIMEOUT)) {
            builder.option(ConnectionFactoryOptions.CONNECT_TIMEOUT, settings.connectTimeout());
        }
        return builder.build();
    }

    private static boolean saysTls(ConnectionFactoryOptions options) {
        return options.hasOption(ConnectionFactoryOptions.SSL)
                || options.hasOption(SSL_MODE)
                || options.hasOption(SSL_MODE_ALIAS)
                || options.hasOption(SOCKET);
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
}
