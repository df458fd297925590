package io.fluxalchemy.engine.script;

import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.engine.driver.DriverSettings;
import io.fluxalchemy.type.SqlType;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.Wrapped;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The adapter of {@link ScriptedDriver}. */
public final class ScriptedAdapter implements DriverAdapter {

    @Override
    public boolean supports(ConnectionFactoryOptions options) {
        return "script".equals(options.getValue(ConnectionFactoryOptions.DRIVER));
    }

    @Override
    public boolean supports(ConnectionFactoryMetadata metadata) {
        return metadata.getName().equals("script");
    }

    @Override
    public String dialect() {
        return "ansi";
    }

    @Override
    public ConnectionFactoryOptions configure(ConnectionFactoryOptions options, DriverSettings settings) {
        return options;
    }

    @Override
    public void bind(Statement statement, int index, SqlType<?> type, @Nullable Object canonical) {
        if (canonical == null) {
            statement.bindNull(index, String.class);
        } else {
            statement.bind(index, canonical);
        }
    }

    @Override
    public ColumnDecoder decoder(ColumnMetadata column, SqlType<?> type) {
        return (row, index) -> row.get(index);
    }

    @Override
    public SqlType<?> typeOf(ColumnMetadata column) {
        throw new IllegalStateException("not scripted");
    }

    @Override
    public boolean keepsOrder(Connection connection) {
        return innermost(connection).keepsOrder();
    }

    @Override
    public boolean canCancel() {
        return true;
    }

    @Override
    public Mono<Void> cancel(Connection connection) {
        return innermost(connection).cancelOnServer();
    }

    @Override
    public Boolean isIdle(Connection connection) {
        return !innermost(connection).isInTransaction();
    }

    @Override
    public Mono<Void> reset(Connection connection) {
        return Mono.from(innermost(connection).createStatement("reset").execute())
                .flatMap(result -> Mono.from(result.getRowsUpdated()))
                .then();
    }

    private static ScriptedConnection innermost(Connection connection) {
        Connection current = connection;
        while (current instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof Connection inner) {
            current = inner;
        }
        return (ScriptedConnection) current;
    }
}
