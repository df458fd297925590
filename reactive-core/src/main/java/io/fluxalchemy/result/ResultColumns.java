package io.fluxalchemy.result;

import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.SelectItem;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.type.SqlType;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of one result, in the order of the selected items: where each stands, its label, type and decoder. */
final class ResultColumns {

    private final ResultColumn[] columns;

    private ResultColumns(ResultColumn[] columns) {
        this.columns = columns;
    }

    private ResultColumns(List<ResultColumn> columns) {
        this(columns.toArray(new ResultColumn[0]));
    }

    /** One column of the result. */
    private record ResultColumn(int position, String label, SqlType<?> type, ColumnDecoder decoder) {}

    /** Every column of the result, as the type the adapter gives it. */
    static ResultColumns untyped(DriverAdapter adapter, RowMetadata metadata) {
        List<ResultColumn> columns = new ArrayList<>();
        for (ColumnMetadata column : metadata.getColumnMetadatas()) {
            SqlType<?> type = adapter.typeOf(column);
            columns.add(new ResultColumn(columns.size(), column.getName(), type, adapter.decoder(column, type)));
        }
        return new ResultColumns(columns);
    }

    /** The n-th column for the n-th item. */
    static ResultColumns byPosition(List<SelectItem> items, DriverAdapter adapter, RowMetadata metadata) {
        List<? extends ColumnMetadata> found = metadata.getColumnMetadatas();
        if (found.size() < items.size()) {
            throw new StatementException(
                    "the statement selects " + items.size() + " columns, its result has " + found.size());
        }
        ResultColumn[] columns = new ResultColumn[items.size()];
        for (int position = 0; position < columns.length; position++) {
            SelectItem item = items.get(position);
            ColumnMetadata column = found.get(position);
            String label = labelOf(item);
            columns[position] = new ResultColumn(
                    position,
                    label == null ? column.getName() : label,
                    item.type(),
                    adapter.decoder(column, item.type()));
        }
        return new ResultColumns(columns);
    }

    /** For each item the column that has its label: spelled exactly so, else in other letter case. */
    static ResultColumns byLabel(List<SelectItem> items, DriverAdapter adapter, RowMetadata metadata) {
        List<String> labels = new ArrayList<>();
        for (ColumnMetadata column : metadata.getColumnMetadatas()) {
            labels.add(column.getName());
        }
        List<ResultColumn> columns = new ArrayList<>();
        for (SelectItem item : items) {
            String label = labelOf(item);
            if (label == null) {
                throw new StatementException("an expression without a label cannot be read from a text statement:"
                        + " give it an alias, the same as in the text");
            }
            int position = Labels.indexOf(labels, label);
            ColumnMetadata column = metadata.getColumnMetadata(position);
            columns.add(new ResultColumn(position, label, item.type(), adapter.decoder(column, item.type())));
        }
        return new ResultColumns(columns);
    }

    private static @Nullable String labelOf(SelectItem item) {
        if (item.alias() != null) {
            return item.alias();
        }
        return item.node() instanceof ColumnNode node ? node.name() : null;
    }

    int size() {
        return columns.length;
    }

    String label(int index) {
        return columns[index].label();
    }

    @Nullable
    Object value(Row row, int index) {
        ResultColumn column = columns[index];
        try {
            Object stored = column.decoder().decode(row, column.position());
            return stored == null ? null : column.type().fromStorage(stored);
        } catch (ConversionException e) {
            throw new ConversionException(describe(column) + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new ConversionException(
                    describe(column) + " cannot be read as " + column.type().name() + ": the cause tells why", e);
        }
    }

    private static String describe(ResultColumn column) {
        return "column \"" + column.label() + "\" (number " + (column.position() + 1) + ")";
    }
}
