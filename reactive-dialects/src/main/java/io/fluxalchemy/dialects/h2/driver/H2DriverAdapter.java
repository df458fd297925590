package io.fluxalchemy.dialects.h2.driver;

import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.engine.driver.DriverSettings;
import io.fluxalchemy.error.FluxAlchemyException;
import io.fluxalchemy.type.SqlType;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.Statement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The adapter of {@code io.r2dbc:r2dbc-h2}. Stateless and thread-safe; does no I/O. H2 runs statements on the thread that
 * subscribes, so there is nothing to cancel, and it has no way to put a session back: {@link #reset} fails and the connection is
 * given up.
 */
public final class H2DriverAdapter implements DriverAdapter {

    private static final Option<Object> CLOSE_DELAY = Option.valueOf("DB_CLOSE_DELAY");
    private static final Option<Object> OPTIONS = Option.valueOf("options");

    @Override
    public boolean supports(ConnectionFactoryOptions options) {
        return "h2".equals(options.getValue(ConnectionFactoryOptions.DRIVER));
    }

    @Override
    public boolean supports(ConnectionFactoryMetadata metadata) {
        return "H2".equals(metadata.getName());
    }

    @Override
    public String dialect() {
        return "h2";
    }

    /**
     * A named database in memory would vanish with its last connection, and pools close connections: unless the user says when, it
     * stays until the JVM ends.
     */
    @Override
    public ConnectionFactoryOptions configure(ConnectionFactoryOptions options, DriverSettings settings) {
        boolean isInMemory = "mem".equals(options.getValue(ConnectionFactoryOptions.PROTOCOL));
        return isInMemory && !saysWhenToClose(options)
                ? options.mutate().option(CLOSE_DELAY, "-1").build()
                : options;
    }

    private static boolean saysWhenToClose(ConnectionFactoryOptions options) {
        String appended = String.valueOf(options.getValue(OPTIONS)).toUpperCase(Locale.ROOT);
        return options.hasOption(CLOSE_DELAY)
                || options.hasOption(Option.valueOf(CLOSE_DELAY.name().toLowerCase(Locale.ROOT)))
                || appended.contains(CLOSE_DELAY.name());
    }

    @Override
    public void bind(Statement statement, int index, SqlType<?> type, @Nullable Object canonical) {
        Binding.bind(statement, index, type.storage(), canonical);
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
                new FluxAlchemyException("H2 runs statements where they are subscribed to: none can be cancelled"));
    }

    @Override
    public @Nullable Boolean isIdle(Connection connection) {
        return null;
    }

    @Override
    public Mono<Void> reset(Connection connection) {
        return Mono.error(new FluxAlchemyException(
                "H2 cannot put a session back to what a new one has: open another connection"));
    }
}
