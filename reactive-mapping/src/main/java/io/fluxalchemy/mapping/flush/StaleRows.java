package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.mapping.flush.FlushStep.Kind;
import io.fluxalchemy.mapping.flush.FlushStep.PlannedRow;
import io.fluxalchemy.mapping.flush.FlushStep.WriteRows;
import io.fluxalchemy.mapping.flush.StaleEntityException.StaleRow;
import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.Sql;
import io.fluxalchemy.sql.SqlRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds out which rows of a write were not as this session read them, where the database only counts. */
final class StaleRows {

    /** Rows asked for in one statement: well below every database's limit of values. */
    private static final int CHUNK = 500;

    private StaleRows() {}

    /** Always fails: fewer rows were written than there are in the step. */
    static Mono<Void> find(WriteRows write, FlushRun run, AsyncConnection connection) {
        List<List<PlannedRow>> chunks = new ArrayList<>();
        for (int i = 0; i < write.rows().size(); i += CHUNK) {
            chunks.add(write.rows().subList(i, Math.min(i + CHUNK, write.rows().size())));
        }
        return Flux.fromIterable(chunks)
                .concatMap(chunk -> present(write, chunk, run, connection)
                        .map(present -> chunk.stream()
                                .filter(row -> isStale(write, row, run, present))
                                .map(row -> stale(write, row, run))
                                .toList()))
                .collectList()
                .flatMap(found -> {
                    List<StaleRow> stale = found.stream().flatMap(List::stream).toList();
                    List<StaleRow> all = write.rows().stream()
                            .map(row -> stale(write, row, run))
                            .toList();
                    return Mono.error(new StaleEntityException(stale.isEmpty() ? all : stale));
                });
    }

    static StaleRow stale(WriteRows write, PlannedRow planned, FlushRun run) {
        EntityRow row = Objects.requireNonNull(planned.row(), "a row of an entity");
        Object[] key = run.key(row);
        Object id = key.length == 1 ? key[0] : List.of(key);
        Object version = write.keys() > key.length ? planned.values()[key.length] : null;
        return new StaleRow(row.model().type(), id, version);
    }

    /** Rows that are there now, by their key, with their version if they have one. */
    private static Mono<Map<List<Object>, Object>> present(
            WriteRows write, List<PlannedRow> chunk, FlushRun run, AsyncConnection connection) {
        int parts = ids(chunk.get(0)).size();
        List<Column<?>> columns = write.columns().subList(0, write.keys());
        Condition[] conditions = chunk.stream()
                .map(row -> equal(columns.subList(0, parts), run.key(Objects.requireNonNull(row.row()))))
                .toArray(Condition[]::new);
        return connection
                .all(Sql.select(columns).from(write.table()).where(Sql.or(conditions)))
                .map(rows -> {
                    Map<List<Object>, Object> present = new HashMap<>();
                    for (SqlRow row : rows) {
                        List<Object> key = new ArrayList<>();
                        columns.subList(0, parts).forEach(column -> key.add(row.get(column)));
                        Object version = columns.size() > parts ? row.getOrNull(columns.get(parts)) : null;
                        present.put(key, version == null ? "none" : version);
                    }
                    return present;
                });
    }

    /** Not there at all after an update, or there with a version that this flush did not write; still there after a delete. */
    private static boolean isStale(WriteRows write, PlannedRow row, FlushRun run, Map<List<Object>, Object> present) {
        Object version = present.get(List.of(run.key(Objects.requireNonNull(row.row()))));
        if (write.kind() == Kind.DELETE) {
            return version != null;
        }
        boolean isVersioned = write.keys() > ids(row).size();
        return version == null || isVersioned && !version.equals(row.values()[row.values().length - 1]);
    }

    private static List<? extends EntityColumn<?>> ids(PlannedRow row) {
        return Objects.requireNonNull(row.row()).model().columns().id();
    }

    private static Condition equal(List<Column<?>> columns, @Nullable Object[] values) {
        Condition[] equal = new Condition[values.length];
        for (int i = 0; i < values.length; i++) {
            equal[i] = equal(columns.get(i), values[i]);
        }
        return Sql.and(equal);
    }

    @SuppressWarnings("unchecked") // a key's value is of its column's class
    private static Condition equal(Column<?> column, @Nullable Object value) {
        return ((Column<Object>) column).eq(Objects.requireNonNull(value));
    }
}
