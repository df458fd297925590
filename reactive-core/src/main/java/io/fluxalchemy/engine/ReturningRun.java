package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.BatchChunk;
import io.fluxalchemy.dialect.BatchShape;
import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.error.EngineException;
import io.fluxalchemy.result.ResultReader;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.SelectItem;
import io.fluxalchemy.sql.Selection;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Runs the statements of an insert that asks something back of each row, and reads it in the order of the rows. Confined to one
 * subscription.
 */
final class ReturningRun<R> {

    /** What a statement returned for one row, and where that row stands among the statement's. */
    private record Placed<R>(int place, @Nullable R value) {}

    private final Batch.Insert batch;
    private final Selection<R> wanted;
    private final DriverAdapter adapter;
    private final @Nullable Object attachment;
    private final List<@Nullable R> rows;

    ReturningRun(Batch.Insert batch, Selection<R> wanted, DriverAdapter adapter, @Nullable Object attachment) {
        this.batch = batch;
        this.wanted = wanted;
        this.adapter = adapter;
        this.attachment = attachment;
        this.rows = new ArrayList<>(Collections.nCopies(batch.rows().size(), null));
    }

    /** Runs one of the statements. */
    Mono<Void> run(BatchChunk chunk, StatementRunner runner) {
        Selection<Placed<R>> selection = chunk.shape() == BatchShape.ORDINAL ? numbered() : counted();
        return runner.list(chunk.sql(), () -> ResultReader.of(selection, adapter, attachment), Integer.MAX_VALUE)
                .doOnNext(found -> place(chunk, found))
                .then();
    }

    /** What was read of all rows, in their order, once every statement has run. */
    List<@Nullable R> rows() {
        return Collections.unmodifiableList(rows);
    }

    private void place(BatchChunk chunk, List<Placed<R>> found) {
        if (found.size() != chunk.rowCount()) {
            throw new EngineException("an insert of " + chunk.rowCount() + " rows into "
                    + batch.table().qualifier() + " returned " + found.size()
                    + ", so they cannot be told apart: look for a trigger or a rule on the table");
        }
        found.forEach(each -> rows.set(chunk.firstRow() + each.place(), each.value()));
    }

    /** The database numbers the rows it returns, from 1. */
    private Selection<Placed<R>> numbered() {
        List<SelectItem> items = new ArrayList<>(wanted.items());
        items.add(0, new SelectItem(batch.columns().get(0).node(), Types.BIGINT, null));
        return new Selection<>(
                items,
                (row, from) -> {
                    Object ordinal = row.get(from);
                    if (!(ordinal instanceof Long place)) {
                        throw new EngineException("a row of an insert came back without its number");
                    }
                    return new Placed<>(place.intValue() - 1, wanted.reader().read(row, from + 1));
                },
                List.of());
    }

    /** Rows come back in the order they were sent. */
    private Selection<Placed<R>> counted() {
        int[] next = {0};
        return new Selection<>(
                wanted.items(),
                (row, from) -> new Placed<>(next[0]++, wanted.reader().read(row, from)),
                List.of());
    }
}
