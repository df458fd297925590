package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.mapping.flush.FlushStep.PlannedRow;
import io.fluxalchemy.mapping.flush.FlushStep.WriteRows;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.Sql;
import io.fluxalchemy.sql.SqlRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads back what the database computed in rows that were updated, in one query where their ids fit into it. */
final class ComputedRows {

    /** Rows asked for in one query: below every database's limit of values. */
    private static final int CHUNK = 1_000;

    private ComputedRows() {}

    static Mono<Void> read(WriteRows update, FlushRun run, AsyncConnection connection) {
        List<List<PlannedRow>> chunks = new ArrayList<>();
        for (int i = 0; i < update.rows().size(); i += CHUNK) {
            chunks.add(
                    update.rows().subList(i, Math.min(i + CHUNK, update.rows().size())));
        }
        return Flux.fromIterable(chunks)
                .concatMap(chunk -> read(update, chunk, run, connection))
                .then();
    }

    private static Mono<Void> read(WriteRows update, List<PlannedRow> chunk, FlushRun run, AsyncConnection connection) {
        Map<List<Object>, EntityRow> rows = new HashMap<>();
        for (PlannedRow planned : chunk) {
            EntityRow row = Objects.requireNonNull(planned.row(), "a row of an entity");
            rows.put(Arrays.asList(run.key(row)), row);
        }
        int parts = rows.keySet().iterator().next().size();
        List<Column<?>> keys = update.columns().subList(0, parts);
        List<Column<?>> columns = new ArrayList<>(keys);
        columns.addAll(update.returning());
        return connection
                .all(Sql.select(columns).from(update.table()).where(oneOf(keys, rows.keySet())))
                .doOnNext(found -> found.forEach(each -> {
                    EntityRow row = rows.get(values(each, keys));
                    if (row != null) {
                        run.computed(row, values(each, update.returning()).toArray());
                    }
                }))
                .then();
    }

    private static List<@Nullable Object> values(SqlRow row, List<Column<?>> columns) {
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(row.getOrNull(column)));
        return values;
    }

    @SuppressWarnings("unchecked") // a key's value is of its column's class
    private static Condition oneOf(List<Column<?>> keys, Iterable<List<Object>> wanted) {
        List<Object> single = new ArrayList<>();
        List<Condition> each = new ArrayList<>();
        for (List<Object> key : wanted) {
            single.add(key.get(0));
            List<Condition> parts = new ArrayList<>();
            for (int i = 0; i < key.size(); i++) {
                parts.add(((Column<Object>) keys.get(i)).eq(key.get(i)));
            }
            each.add(Sql.and(parts.toArray(Condition[]::new)));
        }
        return keys.size() == 1 ? ((Column<Object>) keys.get(0)).in(single) : Sql.or(each.toArray(Condition[]::new));
    }
}
