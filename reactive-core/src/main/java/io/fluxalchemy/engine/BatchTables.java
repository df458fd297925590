package io.fluxalchemy.engine;

import io.fluxalchemy.dialect.BatchSyntax;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.schema.SchemaMap;
import io.fluxalchemy.sql.Batch;
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
    String question(Dialect dialect, Batch batch, SchemaMap schemas) {
        TableName name = name(batch, schemas);
        return name == null || plain.containsKey(name)
                ? null
                : dialect.batches().question(batch, () -> dialect.identifiers().quoted(name));
    }

    private static @Nullable TableName name(Batch batch, SchemaMap schemas) {
        return batch.table().source() instanceof TableSource table
                ? schemas.actual(table.table().tableName())
                : null;
    }

    boolean isPlain(Batch batch, SchemaMap schemas) {
        TableName name = name(batch, schemas);
        return name != null && plain.getOrDefault(name, false);
    }

    void answered(Batch batch, SchemaMap schemas, boolean isPlain) {
        TableName name = name(batch, schemas);
        if (name != null) {
            plain.put(name, isPlain);
        }
    }

    /** The table did not take it: it is asked for again. */
    void refused(Batch batch, SchemaMap schemas) {
        TableName name = name(batch, schemas);
        if (name != null) {
            plain.remove(name);
        }
    }
}
