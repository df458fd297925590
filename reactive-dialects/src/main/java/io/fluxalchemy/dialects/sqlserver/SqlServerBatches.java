package io.fluxalchemy.dialects.sqlserver;

import io.fluxalchemy.dialect.BatchShape;
import io.fluxalchemy.dialect.BatchSyntax;
import io.fluxalchemy.dialect.BatchWriter;
import io.fluxalchemy.dialect.ReturningSyntax;
import io.fluxalchemy.dialect.StandardBatches;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Column;
import java.util.List;

/**
 * Batches over a list of values with each row's number, which OUTPUT gives back: MERGE for inserts, since INSERT can return nothing but
 * what it inserted, and joins for updates and deletes.
 */
final class SqlServerBatches implements BatchSyntax {

    private final StandardBatches standard = new StandardBatches(new SqlServerUpsert(), ReturningSyntax.SUFFIX);

    @Override
    public int maxRows(Batch batch, int maxBinds) {
        return batch.columns().isEmpty()
                ? 1
                : StandardBatches.rowsWithin(maxBinds, batch.columns().size());
    }

    @Override
    public boolean dependsOnRows(Batch batch) {
        return true;
    }

    @Override
    public BatchShape write(BatchWriter out, Batch batch, int rows) {
        if (batch instanceof Batch.Insert insert) {
            return insert(out, insert, rows);
        } else if (rows == 1) {
            return standard.write(out, batch, rows);
        } else if (batch instanceof Batch.Update update) {
            out.sql("update t set ");
            for (int i = update.keys(); i < update.columns().size(); i++) {
                out.sql(i == update.keys() ? "" : ", ");
                out.name(update.columns().get(i).name()).sql(" = s.c").sql(Integer.toString(i));
            }
            return joined(out, batch, update.keys(), rows);
        }
        out.sql("delete t");
        return joined(out, batch, batch.columns().size(), rows);
    }

    private BatchShape insert(BatchWriter out, Batch.Insert insert, int rows) {
        if (insert.returning().isEmpty()) {
            return standard.write(out, insert, rows);
        } else if (rows == 1) {
            one(out, insert);
            return BatchShape.IN_ORDER;
        }
        out.sql("merge into ").table(StandardBatches.table(insert)).sql(" as t using ");
        values(out, insert, rows);
        out.sql(" on 1 = 0 when not matched then insert (")
                .names(StandardBatches.names(insert.columns()))
                .sql(") values (");
        for (int i = 0; i < insert.columns().size(); i++) {
            out.sql(i == 0 ? "s.c" : ", s.c").sql(Integer.toString(i));
        }
        out.sql(") output s.n");
        inserted(out, ", ", insert.returning());
        out.sql(";");
        return BatchShape.ORDINAL;
    }

    private static void one(BatchWriter out, Batch.Insert insert) {
        out.sql("insert into ").table(StandardBatches.table(insert));
        int columns = insert.columns().size();
        if (columns > 0) {
            out.sql(" (").names(StandardBatches.names(insert.columns())).sql(")");
        }
        inserted(out, " output ", insert.returning());
        out.sql(columns == 0 ? " default values" : " values (");
        for (int i = 0; i < columns; i++) {
            out.sql(i == 0 ? "" : ", ").cell(0, i);
        }
        out.sql(columns == 0 ? "" : ")");
    }

    private static void inserted(BatchWriter out, String before, List<? extends Column<?>> columns) {
        String separator = before;
        for (Column<?> column : columns) {
            out.sql(separator).returned("inserted.", column);
            separator = ", ";
        }
    }

    private static BatchShape joined(BatchWriter out, Batch batch, int keys, int rows) {
        out.sql(" output s.n from ").table(StandardBatches.table(batch)).sql(" as t join ");
        values(out, batch, rows);
        for (int i = 0; i < keys; i++) {
            out.sql(i == 0 ? " on t." : " and t.").name(batch.columns().get(i).name());
            out.sql(" = s.c").sql(Integer.toString(i));
        }
        return BatchShape.ORDINAL;
    }

    /** {@code (values (1, @P1, @P2), (2, …)) as s (n, c0, c1)}. */
    private static void values(BatchWriter out, Batch batch, int rows) {
        int columns = batch.columns().size();
        for (int row = 0; row < rows; row++) {
            out.sql(row == 0 ? "(values (" : ", (").sql(Integer.toString(row + 1));
            for (int i = 0; i < columns; i++) {
                out.sql(", ").cell(row, i, true);
            }
            out.sql(")");
        }
        out.sql(") as s (n");
        for (int i = 0; i < columns; i++) {
            out.sql(", c").sql(Integer.toString(i));
        }
        out.sql(")");
    }
}
