package io.fluxalchemy.engine;

import io.fluxalchemy.error.FatalErrorException;
import io.fluxalchemy.result.ResultReader;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads rows into a list inside the driver's own mapping; after a row that could not be read the rest is let pass. */
final class ReadRows<R> implements BiFunction<Row, RowMetadata, Boolean>, Supplier<List<@Nullable R>> {

    private final Exchange exchange;
    private final ResultReader<R> reader;
    private final int most;
    private final List<@Nullable R> rows = new ArrayList<>();

    /** @param most how many are kept */
    ReadRows(Exchange exchange, ResultReader<R> reader, int most) {
        this.exchange = exchange;
        this.reader = reader;
        this.most = most;
    }

    @Override
    public Boolean apply(Row row, RowMetadata metadata) {
        exchange.countRow();
        if (rows.size() < most && exchange.failure() == null) {
            try {
                rows.add(reader.read(row, metadata));
            } catch (VirtualMachineError | LinkageError e) {
                exchange.failed(new FatalErrorException(e));
            } catch (RuntimeException e) {
                exchange.failed(e);
            }
        }
        return Boolean.TRUE;
    }

    @Override
    public List<@Nullable R> get() {
        return rows;
    }
}
