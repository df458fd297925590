package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.BatchResult;
import io.fluxalchemy.mapping.flush.FlushStep.FetchIds;
import io.fluxalchemy.mapping.flush.FlushStep.Kind;
import io.fluxalchemy.mapping.flush.FlushStep.PlannedRow;
import io.fluxalchemy.mapping.flush.FlushStep.WriteRows;
import io.fluxalchemy.sql.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs plans on a connection, one step after the other, each in as few statements as the database allows. It writes nothing into
 * entities or the session: that is {@link FlushResult#applyTo}, after everything succeeded.
 *
 * <p>Belongs to one session, for it keeps ids drawn from sequences and not used yet; one flush at a time.
 */
public final class FlushExecutor {

    private final IdBlocks ids = new IdBlocks();
    private final BiFunction<AsyncConnection, Batch.Insert, Mono<BatchResult>> inserting;

    public FlushExecutor() {
        this(AsyncConnection::write);
    }

    private FlushExecutor(BiFunction<AsyncConnection, Batch.Insert, Mono<BatchResult>> inserting) {
        this.inserting = inserting;
    }

    /** One that loads inserted rows in bulk. */
    public static FlushExecutor copying() {
        return new FlushExecutor(AsyncConnection::copy);
    }

    /**
     * Writes what is planned. Cold; cancelling stops the running statement and leaves the rest undone, so the transaction must be
     * rolled back then, as after an error.
     *
     * @param connection held for this flush alone, in a transaction
     * @return emits what to apply to the session; fails with {@link StaleEntityException} if rows are not as they were read, and
     *     with {@link io.fluxalchemy.error.DatabaseException} if the database refuses them
     */
    public Mono<FlushResult> execute(FlushPlan plan, AsyncConnection connection) {
        return Mono.defer(() -> {
            FlushRun run = new FlushRun(plan.changes().inserts());
            return Flux.fromIterable(plan.steps())
                    .concatMap(step -> run(step, run, connection))
                    .then(Mono.fromSupplier(() -> new FlushResult(plan, run)));
        });
    }

    private Mono<Void> run(FlushStep step, FlushRun run, AsyncConnection connection) {
        if (step instanceof FetchIds fetch) {
            return ids.draw(fetch, run, connection);
        }
        WriteRows write = (WriteRows) step;
        List<@Nullable Object[]> rows = run.resolve(write.rows());
        Batch batch = batch(write, rows);
        Mono<BatchResult> written =
                batch instanceof Batch.Insert insert ? inserting.apply(connection, insert) : connection.write(batch);
        return written.flatMap(result -> check(write, rows, result, run, connection));
    }

    private static Batch batch(WriteRows write, List<@Nullable Object[]> rows) {
        return switch (write.kind()) {
            case INSERT, LINK -> new Batch.Insert(write.table(), write.columns(), rows, write.returning());
            case UPDATE, SET_KEY, CLEAR_KEY -> new Batch.Update(write.table(), write.columns(), write.keys(), rows);
            case DELETE, UNLINK -> new Batch.Delete(write.table(), write.columns(), rows);
        };
    }

    private static Mono<Void> check(
            WriteRows write,
            List<@Nullable Object[]> rows,
            BatchResult result,
            FlushRun run,
            AsyncConnection connection) {
        List<PlannedRow> missed = missed(write, result);
        return switch (write.kind()) {
            case UNLINK -> Mono.empty();
            case INSERT, LINK -> {
                requireInserted(write, result, missed);
                remember(write, result, run);
                yield Mono.empty();
            }
            default -> {
                if (!missed.isEmpty()) {
                    yield Mono.error(new StaleEntityException(missed.stream()
                            .map(row -> StaleRows.stale(write, row, run))
                            .toList()));
                }
                boolean isShort = !result.isPerRow() && result.affected() < rows.size();
                if (isShort) {
                    yield StaleRows.find(write, run, connection);
                }
                yield write.returning().isEmpty() ? Mono.empty() : ComputedRows.read(write, run, connection);
            }
        };
    }

    private static List<PlannedRow> missed(WriteRows write, BatchResult result) {
        List<PlannedRow> missed = new ArrayList<>(0);
        for (int i = 0; result.isPerRow() && i < write.rows().size(); i++) {
            if (i >= result.rows().size() || result.rows().get(i) == null) {
                missed.add(write.rows().get(i));
            }
        }
        return missed;
    }

    private static void requireInserted(WriteRows write, BatchResult result, List<PlannedRow> missed) {
        boolean isUnknown = !write.returning().isEmpty() && !result.isPerRow();
        if (!missed.isEmpty()
                || isUnknown
                || !result.isPerRow() && result.affected() < write.rows().size()) {
            throw new RowNotInsertedException(
                    write.table().qualifier(),
                    missed.stream().map(row -> row.print(write.columns())).toList());
        }
    }

    private static void remember(WriteRows write, BatchResult result, FlushRun run) {
        for (int i = 0; i < result.rows().size() && write.kind() == Kind.INSERT; i++) {
            EntityRow row = write.rows().get(i).row();
            @Nullable Object[] values = result.rows().get(i);
            if (row != null && values != null) {
                run.inserted(row, values);
            }
        }
    }
}
