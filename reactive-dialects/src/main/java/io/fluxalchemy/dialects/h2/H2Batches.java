package io.fluxalchemy.dialects.h2;

import io.fluxalchemy.dialect.BatchShape;
import io.fluxalchemy.dialect.BatchSyntax;
import io.fluxalchemy.dialect.BatchWriter;
import io.fluxalchemy.dialect.InsertSyntax;
import io.fluxalchemy.dialect.ReturningSyntax;
import io.fluxalchemy.dialect.StandardBatches;
import io.fluxalchemy.sql.Batch;

/** Inserts and deletes as everywhere; updates as MERGE of a list of values. */
final class H2Batches implements BatchSyntax {

    /** H2 compares each row of the table with a list of pairs, and finds single keys by their index. */
    private static final int MOST_PAIRS = 100;

    private final StandardBatches standard;

    H2Batches(InsertSyntax inserts, ReturningSyntax returning) {
        this.standard = new StandardBatches(inserts, returning);
    }

    @Override
    public int maxRows(Batch batch, int maxBinds) {
        if (batch instanceof Batch.Update) {
            return StandardBatches.rowsWithin(maxBinds, batch.columns().size());
        }
        int most = standard.maxRows(batch, maxBinds);
        return batch instanceof Batch.Delete && batch.columns().size() > 1 ? Math.min(MOST_PAIRS, most) : most;
    }

    @Override
    public boolean dependsOnRows(Batch batch) {
        return true;
    }

    @Override
    public BatchShape write(BatchWriter out, Batch batch, int rows) {
        return batch instanceof Batch.Update update && rows > 1
                ? update(out, update, rows)
                : standard.write(out, batch, rows);
    }

    private static BatchShape update(BatchWriter out, Batch.Update update, int rows) {
        int columns = update.columns().size();
        out.sql("merge into ").table(StandardBatches.table(update)).sql(" as t using (values ");
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < columns; i++) {
                out.sql(i > 0 ? ", " : row == 0 ? "(" : ", (").cell(row, i, true);
            }
            out.sql(")");
        }
        out.sql(") as s (");
        for (int i = 0; i < columns; i++) {
            out.sql(i == 0 ? "c" : ", c").sql(Integer.toString(i));
        }
        for (int i = 0; i < update.keys(); i++) {
            out.sql(i == 0 ? ") on t." : " and t.").name(update.columns().get(i).name());
            out.sql(" = s.c").sql(Integer.toString(i));
        }
        for (int i = update.keys(); i < columns; i++) {
            out.sql(i == update.keys() ? " when matched then update set " : ", ");
            out.name(update.columns().get(i).name()).sql(" = s.c").sql(Integer.toString(i));
        }
        return BatchShape.COUNT;
    }
}
