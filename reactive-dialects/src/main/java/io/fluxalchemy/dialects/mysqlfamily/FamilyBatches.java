package io.fluxalchemy.dialects.mysqlfamily;

import io.fluxalchemy.dialect.BatchShape;
import io.fluxalchemy.dialect.BatchSyntax;
import io.fluxalchemy.dialect.BatchWriter;
import io.fluxalchemy.dialect.InsertSyntax;
import io.fluxalchemy.dialect.ReturningSyntax;
import io.fluxalchemy.dialect.StandardBatches;
import io.fluxalchemy.sql.Batch;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Inserts and deletes as everywhere; updates as one CASE per column over the rows' keys. INSERT … ON DUPLICATE KEY is never used
 * for updates: it would bring deleted rows back and look at no version.
 */
public final class FamilyBatches implements BatchSyntax {

    /** Each row is looked for among the keys of all, so that more in a statement cost more than statements save: 100 was measured best. */
    private static final int MOST_CHOICES = 100;

    private final StandardBatches standard;

    public FamilyBatches(InsertSyntax inserts, ReturningSyntax returning, String dialect) {
        this.standard = new StandardBatches(inserts, returning, dialect);
    }

    @Override
    public int maxRows(Batch batch, int maxBinds) {
        if (!(batch instanceof Batch.Update update) || setKeys(update).size() > 1) {
            return standard.maxRows(batch, maxBinds);
        }
        int set = update.columns().size() - update.keys();
        return Math.min(MOST_CHOICES, StandardBatches.rowsWithin(maxBinds, update.keys() + set * (update.keys() + 1)));
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
        out.sql("update ").table(StandardBatches.table(update)).sql(" set ");
        // assignments are made from left to right and see each other: a key that is set comes last
        List<Integer> last = setKeys(update);
        boolean first = true;
        for (int i = update.keys(); i < update.columns().size(); i++) {
            if (!last.contains(i)) {
                assign(out.sql(first ? "" : ", "), update, i, rows);
                first = false;
            }
        }
        for (int i : last) {
            assign(out.sql(first ? "" : ", "), update, i, rows);
        }
        StandardBatches.keyList(out.sql(" where "), update, update.keys(), rows);
        return BatchShape.COUNT;
    }

    private static void assign(BatchWriter out, Batch.Update update, int column, int rows) {
        out.name(update.columns().get(column).name()).sql(" = case");
        for (int row = 0; row < rows; row++) {
            for (int key = 0; key < update.keys(); key++) {
                out.sql(key == 0 ? " when " : " and ");
                out.name(update.columns().get(key).name()).sql(" = ").cell(row, key);
            }
            out.sql(" then ").cell(row, column);
        }
        out.sql(" end");
    }

    /** The set columns that are keys too, such as a version. */
    private static List<Integer> setKeys(Batch.Update update) {
        List<String> names = StandardBatches.names(update.columns());
        List<String> keys = names.subList(0, update.keys());
        return IntStream.range(update.keys(), names.size())
                .filter(i -> keys.contains(names.get(i)))
                .boxed()
                .toList();
    }
}
