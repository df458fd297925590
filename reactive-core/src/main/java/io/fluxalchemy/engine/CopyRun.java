package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.BoundSql;
import io.fluxalchemy.compiler.CompiledSql;
import io.fluxalchemy.compiler.CompiledSql.Effect;
import io.fluxalchemy.compiler.CompiledSql.Slot;
import io.fluxalchemy.compiler.Parameter;
import io.fluxalchemy.dialect.CopySyntax;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.result.ResultReader;
import io.fluxalchemy.schema.SchemaMap;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.sql.SelectItem;
import io.fluxalchemy.sql.Selection;
import io.fluxalchemy.sql.tree.TableSource;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Loads the rows of one insert in bulk: draws the keys that are wanted back, then sends all rows. Confined to one subscription. */
final class CopyRun {

    private static final Object[] NOTHING_RETURNED = {};

    private final Batch.Insert batch;
    private final EngineCore core;
    private final CopySyntax syntax;
    private final String table;
    private final @Nullable Column<?> key;
    private List<@Nullable Object> keys = List.of();

    /** @throws StatementException if this cannot be loaded in bulk; nothing was sent */
    CopyRun(Batch.Insert batch, EngineCore core, SchemaMap schemas) {
        this.batch = batch;
        this.core = core;
        Dialect dialect = core.dialect();
        CopySyntax copies = dialect.copies();
        if (copies == null) {
            throw new StatementException(
                    dialect.name() + " has no bulk load of rows from a client: insert them instead");
        } else if (!(batch.table().source() instanceof TableSource source)) {
            throw new StatementException(
                    "rows are loaded into a table, not into " + batch.table().qualifier());
        } else if (batch.returning().size() > 1) {
            throw refused(batch.returning().get(1));
        } else {
            this.syntax = copies;
            this.table =
                    dialect.identifiers().quoted(schemas.actual(source.table().tableName()));
            batch.columns().forEach(this::requireBare);
            this.key = batch.returning().isEmpty() ? null : batch.returning().get(0);
            if (key != null && !source.table().isIdentity(key.name())) {
                throw refused(key);
            }
        }
    }

    private void requireBare(Column<?> column) {
        if (column.type().wrapping() != null) {
            throw new StatementException("a bulk load into " + batch.table().qualifier()
                    + " has no place for the SQL that the type of column \"" + column.name()
                    + "\" has around its values: insert the rows instead");
        }
    }

    private StatementException refused(Column<?> column) {
        return new StatementException("a bulk load into " + batch.table().qualifier()
                + " cannot tell what the database makes of column \"" + column.name()
                + "\": give it a value, or insert the rows instead");
    }

    /** Draws keys; empty where none are wanted. */
    Mono<Void> draw(StatementRunner runner) {
        if (key == null || batch.rows().isEmpty()) {
            return Mono.empty();
        }
        Parameter count = new Parameter(Types.BIGINT, (long) batch.rows().size(), null);
        BoundSql query = new BoundSql(
                new CompiledSql(
                        syntax.nextValues(table, key.name()),
                        List.of(new Slot(0, Slot.WHOLE, Types.BIGINT)),
                        Effect.WRITE),
                List.of(count));
        Selection<Object> value =
                new Selection<>(List.of(new SelectItem(key.node(), Types.BIGINT, null)), RowValues::get, List.of());
        return runner.list(query, () -> ResultReader.of(value, core.adapter(), null), Integer.MAX_VALUE)
                .doOnNext(drawn -> {
                    if (drawn.size() != batch.rows().size() || drawn.contains(null)) {
                        throw new StatementException("column \"" + key.name() + "\" of " + table
                                + " has no sequence to draw its values from: insert the rows instead");
                    }
                    keys = new ArrayList<>(drawn);
                    keys.sort((a, b) -> Long.compare((Long) a, (Long) b));
                })
                .then();
    }

    /** Sends all rows; emits what was done. */
    Mono<BatchResult> copy(StatementRunner runner) {
        if (batch.rows().isEmpty()) {
            return Mono.just(new BatchResult(0, List.of()));
        }
        List<Column<?>> columns = new ArrayList<>(batch.columns());
        if (key != null) {
            columns.add(key);
        }
        String text = syntax.copy(
                table,
                columns.stream()
                        .map(column -> core.dialect().identifiers().quoted(column.name()))
                        .toList());
        BoundSql statement = new BoundSql(new CompiledSql(text, List.of(), Effect.WRITE), List.of());
        return runner.copy(statement, columns, rows()).map(this::result);
    }

    private List<@Nullable Object[]> rows() {
        if (key == null) {
            return batch.rows();
        }
        List<@Nullable Object[]> rows = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            @Nullable Object[] given = batch.rows().get(i);
            @Nullable Object[] row = new @Nullable Object[given.length + 1];
            System.arraycopy(given, 0, row, 0, given.length);
            row[given.length] = key(i);
            rows.add(row);
        }
        return rows;
    }

    private Object key(int row) {
        long drawn = (Long) keys.get(row);
        SqlType<?> type = key == null ? Types.BIGINT : key.type();
        return type.javaType() == Integer.class
                ? (Object) Math.toIntExact(drawn)
                : type.javaType() == Short.class ? (Object) (short) Math.toIntExact(drawn) : (Object) drawn;
    }

    private BatchResult result(long copied) {
        if (copied != batch.rows().size()) {
            return new BatchResult(copied, List.of());
        }
        List<@Nullable Object @Nullable []> returned =
                new ArrayList<>(batch.rows().size());
        for (int i = 0; i < batch.rows().size(); i++) {
            returned.add(key == null ? NOTHING_RETURNED : new @Nullable Object[] {key(i)});
        }
        return new BatchResult(copied, returned);
    }
}
