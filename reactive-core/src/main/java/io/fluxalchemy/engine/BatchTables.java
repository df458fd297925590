package io.fluxalchemy.engine;

import io.fluxalchemy.dialect.BatchSyntax;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.sql.tree.TableSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which tables take batches only in their plain form, as far as was asked ({@link BatchSyntax#question}). Thread-safe. */
final class BatchTables {

    private final Map<TableName, Boolean> plain = new ConcurrentHashMap<>();

    /** What is to be asked before this batch is written; null where the answer is known or need not be. */
    @Nullable
    String question(Dialect dialect, Batch batch) {
        Source source = batch.table().source();
        return !(source instanceof TableSource table)
                        || plain.containsKey(table.table().tableName())
                ? null
                : dialect.batches()
                        .question(batch, written(dialect, table.table().tableName()));
    }

    private static String written(Dialect dialect, TableName table) {
        String name = dialect.identifiers().quoted(table.name());
        String schema = table.schema();
        return schema == null ? name : dialect.identifiers().quoted(schema) + "." + name;
    }

    boolean isPlain(Batch batch) {
        return batch.table().source() instanceof TableSource table
                && plain.getOrDefault(table.table().tableName(), false);
    }

    void answered(Batch batch, boolean isPlain) {
        if (batch.table().source() instanceof TableSource table) {
            plain.put(table.table().tableName(), isPlain);
        }
    }

    /** The table did not take it: it is asked for again. */
    void refused(Batch batch) {
        if (batch.table().source() instanceof TableSource table) {
            plain.remove(table.table().tableName());
        }
    }
}
