package io.fluxalchemy.dialects.postgresql;

import io.fluxalchemy.dialect.BatchShape;
import io.fluxalchemy.dialect.BatchSyntax;
import io.fluxalchemy.dialect.BatchWriter;
import io.fluxalchemy.dialect.InsertSyntax;
import io.fluxalchemy.dialect.ReturningSyntax;
import io.fluxalchemy.dialect.StandardBatches;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.type.Storage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as one array per column: one text for any number of rows, and a few bind values. WITH ORDINALITY gives each row its
 * place, which comes back with what was written.
 */
final class PostgresBatches implements BatchSyntax {

    private static final int MAX_ROWS = 10_000;

    /** MERGE has RETURNING since 17; it alone ties each returned row to its source row, whatever triggers do. */
    private static final int MERGE_RETURNING_SINCE = 17;

    private final StandardBatches standard = new StandardBatches(InsertSyntax.ON_CONFLICT, ReturningSyntax.SUFFIX);
    private final int version;
    private final boolean isGathered;

    PostgresBatches(int version) {
        this(version, false);
    }

    private PostgresBatches(int version, boolean isGathered) {
        this.version = version;
        this.isGathered = isGathered;
    }

    @Override
    public int maxRows(Batch batch, int maxBinds) {
        return batch.columns().isEmpty() ? standard.maxRows(batch, maxBinds) : MAX_ROWS;
    }

    @Override
    public boolean dependsOnRows(Batch batch) {
        return batch.columns().isEmpty();
    }

    @Override
    public BatchShape write(BatchWriter out, Batch batch, int rows) {
        if (rows == 1 || batch.columns().isEmpty()) {
            return standard.write(out, batch, rows);
        }
        boolean isGathering = isGathered && isGatherable(batch);
        if (isGathering) {
            out.sql("with w as (");
        }
        BatchShape shape = many(out, batch);
        return isGathering ? gather(out, batch) : shape;
    }

    private BatchShape many(BatchWriter out, Batch batch) {
        if (batch instanceof Batch.Insert insert) {
            return insert(out, insert);
        }
        return batch instanceof Batch.Update update ? update(out, update) : delete(out, batch);
    }

    /** MERGE takes no table with rules and no foreign one, and a WITH no write that rules add to. */
    @Override
    public @Nullable String question(Batch batch, Supplier<String> table) {
        return batch.rows().size() > 1 && (isMerge(batch) || isGatherable(batch))
                ? "select 'plain' from pg_class c where c.oid = to_regclass("
                        + PostgresExpressions.INSTANCE.literal(table.get())
                        + ") and (c.relkind = 'f' or exists (select from pg_rewrite r where r.ev_class = c.oid"
                        + " and r.rulename <> '_RETURN'))"
                : null;
    }

    private boolean isMerge(Batch batch) {
        return version >= MERGE_RETURNING_SINCE
                && batch instanceof Batch.Insert insert
                && !insert.returning().isEmpty()
                && !insert.columns().isEmpty();
    }

    /** Of values that may be long, an array of all may be longer than any value may. */
    private boolean isGatherable(Batch batch) {
        if (batch instanceof Batch.Insert insert) {
            return isMerge(batch) && insert.returning().stream().allMatch(PostgresBatches::isShort);
        }
        return true;
    }

    private static boolean isShort(Column<?> column) {
        return column.type().wrapping() == null
                && column.type().storage() instanceof Storage.Simple simple
                && simple != Storage.Simple.TEXT
                && simple != Storage.Simple.BYTES
                && simple != Storage.Simple.JSON;
    }

    @Override
    public BatchSyntax plain() {
        return new PostgresBatches(MERGE_RETURNING_SINCE - 1);
    }

    @Override
    public BatchSyntax gathered() {
        return new PostgresBatches(version, true);
    }

    /** What was written as one row: every message less is work less, on both sides. */
    private static BatchShape gather(BatchWriter out, Batch batch) {
        out.sql(") select array_agg(w.n)");
        int returned = batch instanceof Batch.Insert insert ? insert.returning().size() : 0;
        for (int i = 0; i < returned; i++) {
            out.sql(", array_agg(w.r" + i + ")");
        }
        out.sql(" from w");
        return BatchShape.GATHERED;
    }

    private BatchShape insert(BatchWriter out, Batch.Insert insert) {
        if (insert.returning().isEmpty()) {
            insertFrom(out, insert);
            unnest(out.sql(" from "), insert, false);
            return BatchShape.COUNT;
        } else if (version < MERGE_RETURNING_SINCE) {
            insertFrom(out, insert);
            unnest(out.sql(" from "), insert, true).sql(" order by s.n returning ");
            out.returned(insert.returning());
            return BatchShape.IN_ORDER;
        }
        out.sql("merge into ").table(StandardBatches.table(insert)).sql(" as t using (select * from ");
        unnest(out, insert, true).sql(") as s on false when not matched then insert (");
        out.names(StandardBatches.names(insert.columns())).sql(") values (");
        elements(out, insert).sql(") returning s.n");
        boolean isGathering = isGathered && isGatherable(insert);
        for (int i = 0; i < insert.returning().size(); i++) {
            returned(out.sql(", "), insert.returning().get(i), i, isGathering);
        }
        return BatchShape.ORDINAL;
    }

    /** An array of a domain would have a type of its own; what coalesce gives has the domain's base type. */
    private static void returned(BatchWriter out, Column<?> column, int number, boolean isGathering) {
        if (isGathering) {
            out.sql("coalesce(t.").name(column.name()).sql(", null) as r" + number);
        } else {
            out.returned("t.", column);
        }
    }

    private static void insertFrom(BatchWriter out, Batch.Insert insert) {
        out.sql("insert into ").table(StandardBatches.table(insert)).sql(" (");
        out.names(StandardBatches.names(insert.columns())).sql(") select ");
        elements(out, insert);
    }

    private static BatchShape update(BatchWriter out, Batch.Update update) {
        out.sql("update ").table(StandardBatches.table(update)).sql(" as t set ");
        for (int i = update.keys(); i < update.columns().size(); i++) {
            out.sql(i == update.keys() ? "" : ", ");
            out.name(update.columns().get(i).name()).sql(" = ").element(i, "s.c" + i);
        }
        unnest(out.sql(" from "), update, true);
        return matched(out, update, update.keys());
    }

    private static BatchShape delete(BatchWriter out, Batch delete) {
        out.sql("delete from ").table(StandardBatches.table(delete)).sql(" as t using ");
        unnest(out, delete, true);
        return matched(out, delete, delete.columns().size());
    }

    private static BatchShape matched(BatchWriter out, Batch batch, int keys) {
        for (int i = 0; i < keys; i++) {
            out.sql(i == 0 ? " where t." : " and t.")
                    .name(batch.columns().get(i).name());
            out.sql(" = ").element(i, "s.c" + i);
        }
        out.sql(" returning s.n");
        return BatchShape.ORDINAL;
    }

    private static BatchWriter elements(BatchWriter out, Batch batch) {
        for (int i = 0; i < batch.columns().size(); i++) {
            out.sql(i == 0 ? "" : ", ").element(i, "s.c" + i);
        }
        return out;
    }

    private static BatchWriter unnest(BatchWriter out, Batch batch, boolean ordinality) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < batch.columns().size(); i++) {
            out.sql(i == 0 ? "unnest(" : ", ").array(i);
            names.append(i == 0 ? "c" : ", c").append(i);
        }
        return out.sql(ordinality ? ") with ordinality as s (" + names + ", n)" : ") as s (" + names + ")");
    }
}
