package io.fluxalchemy.result;

import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.sql.Selection;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one result into values. Make one per result: the columns' decoders are resolved at the first row and kept.
 * Not thread-safe, as the rows of one result arrive one after the other.
 *
 * @param <R> what one row is read into
 */
public final class ResultReader<R> {

    private final Selection<R> selection;
    private final DriverAdapter adapter;
    private final @Nullable Object attachment;
    private final boolean isByLabel;
    private @Nullable CurrentRow current;

    private ResultReader(
            Selection<R> selection, DriverAdapter adapter, @Nullable Object attachment, boolean isByLabel) {
        this.isByLabel = isByLabel;
        this.selection = selection;
        this.adapter = adapter;
        this.attachment = attachment;
    }

    /**
     * The reader of a result.
     *
     * @param selection what was selected, item by item in the order of the result's columns; without items the result is that of
     *     a text statement, and each column is read as the adapter's type of it
     * @param attachment what the selection's reader is given besides the values, such as a session's identity map
     */
    public static <R> ResultReader<R> of(Selection<R> selection, DriverAdapter adapter, @Nullable Object attachment) {
        return new ResultReader<>(selection, adapter, attachment, false);
    }

    /**
     * The reader of a text statement's result, whose columns may stand in any order: each item takes the column that is labelled as
     * it is.
     */
    public static <R> ResultReader<R> ofText(
            Selection<R> selection, DriverAdapter adapter, @Nullable Object attachment) {
        return new ResultReader<>(selection, adapter, attachment, true);
    }

    /**
     * The value of one row; null where it has none, such as a NULL scalar or a missed outer join.
     *
     * @throws io.fluxalchemy.error.ConversionException if a column cannot be read exactly as its type, or a value does not fit it;
     *     names the column, never the value
     * @throws io.fluxalchemy.error.StatementException if the result lacks a column that was selected
     */
    public @Nullable R read(Row row, RowMetadata metadata) {
        CurrentRow values = current;
        if (values == null) {
            values = new CurrentRow(columns(metadata), attachment);
            current = values;
        }
        values.moveTo(row);
        return selection.reader().read(values, 0);
    }

    private ResultColumns columns(RowMetadata metadata) {
        if (selection.items().isEmpty()) {
            return ResultColumns.untyped(adapter, metadata);
        }
        return isByLabel
                ? ResultColumns.byLabel(selection.items(), adapter, metadata)
                : ResultColumns.byPosition(selection.items(), adapter, metadata);
    }
}
