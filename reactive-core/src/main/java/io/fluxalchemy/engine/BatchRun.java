package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.BatchChunk;
import io.fluxalchemy.dialect.BatchShape;
import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.error.EngineException;
import io.fluxalchemy.result.ResultReader;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.sql.SelectItem;
import io.fluxalchemy.sql.Selection;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Runs the statements of one batch, one at a time, and puts their results together row by row. Confined to one subscription. */
final class BatchRun {

    private static final Object[] NOTHING_RETURNED = {};

    private final Batch batch;
    private final List<Column<?>> returning;
    private final DriverAdapter adapter;
    private final List<@Nullable Object @Nullable []> rows;
    private long affected;
    private boolean isPerRow = true;

    BatchRun(Batch batch, DriverAdapter adapter) {
        this.batch = batch;
        this.returning = batch instanceof Batch.Insert insert ? insert.returning() : List.of();
        this.adapter = adapter;
        this.rows = new ArrayList<>(Collections.nCopies(batch.rows().size(), null));
    }

    /** Runs one of the batch's statements. */
    Mono<Void> run(BatchChunk chunk, StatementRunner runner) {
        if (chunk.shape() == BatchShape.COUNT) {
            return runner.count(chunk.sql()).handle((count, none) -> counted(chunk, count));
        }
        if (chunk.shape() == BatchShape.GATHERED) {
            return runner.gathered(chunk.sql(), () -> ResultReader.of(gathered(chunk.firstRow()), adapter, null))
                    .handle((count, none) -> affected += count);
        }
        Selection<Object[]> selection = chunk.shape() == BatchShape.ORDINAL ? numbered(chunk.firstRow()) : returned();
        return runner.list(chunk.sql(), () -> ResultReader.of(selection, adapter, null), Integer.MAX_VALUE)
                .handle((found, none) -> returned(chunk, found));
    }

    /** What all statements did, once they have run. */
    BatchResult result() {
        return new BatchResult(affected, isPerRow ? Collections.unmodifiableList(rows) : List.of());
    }

    private void counted(BatchChunk chunk, long count) {
        affected += count;
        if (count == chunk.rowCount()) {
            Collections.fill(rows.subList(chunk.firstRow(), chunk.firstRow() + chunk.rowCount()), NOTHING_RETURNED);
        } else if (count != 0) {
            isPerRow = false;
        }
    }

    private void returned(BatchChunk chunk, List<Object @Nullable []> found) {
        affected += found.size();
        if (chunk.shape() == BatchShape.ORDINAL) {
            // each was put in its place as it was read
            return;
        }
        if (found.size() != chunk.rowCount()) {
            throw new EngineException("an insert of " + chunk.rowCount() + " rows into "
                    + batch.table().qualifier() + " returned " + found.size()
                    + ", so they cannot be told apart: look for a trigger or a rule on the table");
        }
        for (int i = 0; i < found.size(); i++) {
            rows.set(chunk.firstRow() + i, found.get(i));
        }
    }

    /** The database numbers the rows it returns, from 1. */
    private Selection<Object[]> numbered(int firstRow) {
        List<SelectItem> items = items();
        items.add(0, new SelectItem(batch.columns().get(0).node(), Types.BIGINT, null));
        return new Selection<>(
                items,
                (row, from) -> {
                    Object ordinal = row.get(from);
                    if (!(ordinal instanceof Long place)) {
                        throw new EngineException("a row of an insert came back without its number");
                    }
                    @Nullable Object[] values = values(row, from + 1);
                    rows.set(firstRow + place.intValue() - 1, values);
                    return values;
                },
                List.of());
    }

    /** As {@link #numbered}, all rows in one; their number is what is read. */
    private Selection<Integer> gathered(int firstRow) {
        List<SelectItem> items = new ArrayList<>();
        items.add(new SelectItem(batch.columns().get(0).node(), Types.arrayOf(Types.BIGINT), null));
        for (Column<?> column : returning) {
            items.add(new SelectItem(column.node(), Types.arrayOf(column.type()), null));
        }
        return new Selection<>(
                items,
                (row, from) -> {
                    List<?> places = column(row, from);
                    List<?>[] columns = new List<?>[returning.size()];
                    for (int i = 0; i < columns.length; i++) {
                        columns[i] = column(row, from + 1 + i);
                    }
                    for (int i = 0; i < places.size(); i++) {
                        @Nullable Object[] values = new @Nullable Object[columns.length];
                        for (int each = 0; each < values.length; each++) {
                            values[each] = columns[each].get(i);
                        }
                        rows.set(firstRow + ((Long) places.get(i)).intValue() - 1, values);
                    }
                    return places.size();
                },
                List.of());
    }

    /** NULL stands for no rows. */
    private static List<?> column(RowValues row, int index) {
        return row.get(index) instanceof List<?> values ? values : List.of();
    }

    /** Rows come back in the order they were sent. */
    private Selection<Object[]> returned() {
        return new Selection<>(items(), this::values, List.of());
    }

    private List<SelectItem> items() {
        List<SelectItem> items = new ArrayList<>();
        for (Column<?> column : returning) {
            items.add(new SelectItem(column.node(), column.type(), null));
        }
        return items;
    }

    private @Nullable Object[] values(RowValues row, int from) {
        @Nullable Object[] values = new @Nullable Object[returning.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(from + i);
        }
        return values;
    }
}
