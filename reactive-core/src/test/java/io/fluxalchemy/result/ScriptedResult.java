package io.fluxalchemy.result;

import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.engine.driver.DriverSettings;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reactor.core.publisher.Mono;

/** A result held in memory, and an adapter that hands its values out and counts the decoders asked for. */
final class ScriptedResult implements DriverAdapter, RowMetadata {

    private final List<ColumnMetadata> columns;
    private final List<String> decoded = new ArrayList<>();

    ScriptedResult(String... labels) {
        this.columns = Arrays.stream(labels).<ColumnMetadata>map(Label::new).toList();
    }

    List<String> decodersAskedFor() {
        return decoded;
    }

    Row row(Object... values) {
        return new Values(this, values);
    }

    @Override
    public ColumnDecoder decoder(ColumnMetadata column, SqlType<?> type) {
        decoded.add(column.getName() + " as " + type.name());
        return (row, index) -> {
            Object value = row.get(index);
            if ("unreadable".equals(value)) {
                throw new ConversionException("narrowed");
            }
            return value;
        };
    }

    @Override
    public SqlType<?> typeOf(ColumnMetadata column) {
        return Types.TEXT;
    }

    @Override
    public ColumnMetadata getColumnMetadata(int index) {
        return columns.get(index);
    }

    @Override
    public ColumnMetadata getColumnMetadata(String name) {
        throw new AssertionError("columns are found by position");
    }

    @Override
    public List<? extends ColumnMetadata> getColumnMetadatas() {
        return columns;
    }

    @Override
    public boolean supports(ConnectionFactoryOptions options) {
        return true;
    }

    @Override
    public boolean supports(ConnectionFactoryMetadata metadata) {
        return true;
    }

    @Override
    public String dialect() {
        return "scripted";
    }

    @Override
    public ConnectionFactoryOptions configure(ConnectionFactoryOptions options, DriverSettings settings) {
        return options;
    }

    @Override
    public void bind(Statement statement, int index, SqlType<?> type, Object canonical) {
        throw new AssertionError("results bind nothing");
    }

    @Override
    public boolean canCancel() {
        return false;
    }

    @Override
    public Mono<Void> cancel(Connection connection) {
        return Mono.empty();
    }

    @Override
    public Boolean isIdle(Connection connection) {
        return null;
    }

    @Override
    public Mono<Void> reset(Connection connection) {
        return Mono.empty();
    }

    private record Label(String getName) implements ColumnMetadata {
        @Override
        public String getName() {
            return getName;
        }

        @Override
        public Type getType() {
            throw new AssertionError("the adapter decides the type");
        }
    }

    private record Values(ScriptedResult result, Object[] values) implements Row {
        @Override
        public RowMetadata getMetadata() {
            return result;
        }

        @Override
        public <T> T get(int index, Class<T> type) {
            return type.cast(values[index]);
        }

        @Override
        public <T> T get(String name, Class<T> type) {
            throw new AssertionError("values are read by position");
        }
    }
}
