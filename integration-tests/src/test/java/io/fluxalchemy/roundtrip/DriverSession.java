package io.fluxalchemy.roundtrip;

import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.engine.driver.DriverSettings;
import io.fluxalchemy.result.ResultReader;
import io.fluxalchemy.sql.SelectItem;
import io.fluxalchemy.sql.Selection;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.SqlType;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connection whose values go through a driver adapter, as the engine's do. Blocks; for tests only. */
final class DriverSession implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DriverAdapter adapter;
    private final Connection connection;

    private DriverSession(DriverAdapter adapter, ConnectionFactory factory) {
        this.adapter = adapter;
        Connection opened = Mono.from(factory.create()).block(PATIENCE);
        if (opened == null) {
            throw new IllegalStateException("no connection");
        }
        this.connection = opened;
    }

    /** A connection of a factory the adapter has configured. */
    static DriverSession ours(String url) {
        ConnectionFactoryOptions options = ConnectionFactoryOptions.parse(url);
        DriverAdapter adapter = adapter(options);
        return new DriverSession(
                adapter, ConnectionFactories.get(adapter.configure(options, new DriverSettings(PATIENCE, 100, 2))));
    }

    /** A connection of a factory made elsewhere. */
    static DriverSession foreign(String url) {
        return new DriverSession(
                adapter(ConnectionFactoryOptions.parse(url)).unconfigured(), ConnectionFactories.get(url));
    }

    /** As {@link #foreign(String)}, with an option of the driver. */
    static DriverSession foreign(String url, String option, Object value) {
        ConnectionFactoryOptions options = ConnectionFactoryOptions.parse(url);
        return new DriverSession(
                adapter(options).unconfigured(),
                ConnectionFactories.get(
                        options.mutate().option(Option.valueOf(option), value).build()));
    }

    private static DriverAdapter adapter(ConnectionFactoryOptions options) {
        return ServiceLoader.load(DriverAdapter.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.supports(options))
                .findFirst()
                .orElseThrow();
    }

    DriverAdapter adapter() {
        return adapter;
    }

    Connection connection() {
        return connection;
    }

    void run(String sql) {
        Flux.from(connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .blockLast(PATIENCE);
    }

    /** Runs a statement with one parameter. */
    <T> void run(String sql, SqlType<T> type, @Nullable T value) {
        Statement statement = connection.createStatement(sql);
        adapter.bind(statement, 0, type, value == null ? null : type.toStorage(value));
        Flux.from(statement.execute()).concatMap(Result::getRowsUpdated).blockLast(PATIENCE);
    }

    /** The value of the one row and column of a query, null for NULL. */
    <T> @Nullable T read(String sql, SqlType<T> type) {
        return read(connection.createStatement(sql), type);
    }

    /** As {@link #read(String, SqlType)}, for a query with one parameter. */
    <T, P> @Nullable T read(String sql, SqlType<T> type, SqlType<P> parameter, @Nullable P value) {
        Statement statement = connection.createStatement(sql);
        adapter.bind(statement, 0, parameter, value == null ? null : parameter.toStorage(value));
        return read(statement, type);
    }

    /** The value of the one row and column of a query, as the adapter's type of the column. */
    @Nullable
    Object readUntyped(String sql) {
        return first(
                connection.createStatement(sql), new Selection<>(List.of(), (row, from) -> row.get(from), List.of()));
    }

    @SuppressWarnings("unchecked")
    private <T> @Nullable T read(Statement statement, SqlType<T> type) {
        SelectItem item = new SelectItem(new ValueNode(type, null), type, null);
        return (T) first(statement, new Selection<>(List.of(item), (row, from) -> row.get(from), List.of()));
    }

    private @Nullable Object first(Statement statement, Selection<?> selection) {
        ResultReader<?> reader = ResultReader.of(selection, adapter, null);
        return Flux.from(statement.execute())
                .concatMap(result -> result.map((row, metadata) -> Optional.ofNullable(reader.read(row, metadata))))
                .collectList()
                .map(rows -> {
                    if (rows.size() != 1) {
                        throw new AssertionError("one row was expected, not " + rows.size());
                    }
                    return rows.get(0);
                })
                .block(PATIENCE)
                .orElse(null);
    }

    @Override
    public void close() {
        Mono.from(connection.close()).block(PATIENCE);
    }
}
