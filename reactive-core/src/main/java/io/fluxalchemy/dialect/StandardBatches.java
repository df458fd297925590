package io.fluxalchemy.dialect;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.sql.tree.TableSource;
import java.util.List;

/**
 * Batches of what all databases take: INSERT with several rows of VALUES, one UPDATE for each row, DELETE by a list of keys. The
 * parts stand alone, for dialects that do better in some of them.
 */
public final class StandardBatches implements BatchSyntax {

    /** More rows than this in one text cost the server more to parse than they save. */
    public static final int SANE_ROWS = 1000;

    private final InsertSyntax inserts;
    private final ReturningSyntax returning;
    private final String dialect;

    public StandardBatches(InsertSyntax inserts, ReturningSyntax returning) {
        this(inserts, returning, "the database");
    }

    /** @param dialect the name that messages say, where the database returns no rows */
    public StandardBatches(InsertSyntax inserts, ReturningSyntax returning, String dialect) {
        this.inserts = inserts;
        this.returning = returning;
        this.dialect = dialect;
    }

    @Override
    public int maxRows(Batch batch, int maxBinds) {
        if (batch instanceof Batch.Update
                || returning.asksDriver() && !returned(batch).isEmpty()
                || batch.columns().isEmpty() && returned(batch).isEmpty()) {
            return 1;
        }
        return rowsWithin(maxBinds, batch.columns().size());
    }

    /** As many rows as stay under the limit when each binds this many values; at least 1. */
    public static int rowsWithin(int maxBinds, int bindsPerRow) {
        return Math.max(1, Math.min(SANE_ROWS, maxBinds / Math.max(1, bindsPerRow)));
    }

    @Override
    public boolean dependsOnRows(Batch batch) {
        return true;
    }

    @Override
    public BatchShape write(BatchWriter out, Batch batch, int rows) {
        if (batch instanceof Batch.Insert insert) {
            return insert(out, insert, rows);
        } else if (batch instanceof Batch.Update update) {
            return update(out, update);
        }
        return delete(out, batch, rows);
    }

    /** {@code insert into t (a, b) values (?, ?), (?, ?)}, with what is returned. */
    public BatchShape insert(BatchWriter out, Batch.Insert insert, int rows) {
        if (insert.returning().isEmpty()) {
            values(out, insert, rows);
            return BatchShape.COUNT;
        }
        if (returning.asksDriver()) {
            out.generatedKey(key(insert));
        }
        returning.write(out, false, () -> values(out, insert, rows), () -> out.returned(insert.returning()));
        return BatchShape.IN_ORDER;
    }

    private String key(Batch.Insert insert) {
        Column<?> key = insert.returning().get(0);
        if (insert.returning().size() == 1
                && insert.table().source() instanceof TableSource source
                && source.table().isIdentity(key.name())) {
            return key.name();
        }
        throw ReturningSyntax.refusal(dialect);
    }

    private void values(BatchWriter out, Batch.Insert insert, int rows) {
        out.sql("insert into ").table(table(insert));
        int columns = insert.columns().size();
        if (columns == 0 && (rows == 1 || insert.returning().isEmpty())) {
            out.sql(inserts.defaultRow());
            return;
        }
        // a row of defaults names one column all the same, since VALUES takes no empty row
        out.sql(" (").names(names(columns == 0 ? insert.returning().subList(0, 1) : insert.columns()));
        for (int row = 0; row < rows; row++) {
            out.sql(row == 0 ? ") values (" : "), (");
            if (columns == 0) {
                out.sql("default");
            }
            cells(out, row, columns);
        }
        out.sql(")");
    }

    /** {@code update t set b = ? where a = ?}, for the first row. */
    public BatchShape update(BatchWriter out, Batch.Update update) {
        out.sql("update ").table(table(update)).sql(" set ");
        for (int i = update.keys(); i < update.columns().size(); i++) {
            out.sql(i == update.keys() ? "" : ", ");
            out.name(update.columns().get(i).name()).sql(" = ").cell(0, i);
        }
        keys(out, " where ", update, update.keys());
        return BatchShape.COUNT;
    }

    /** {@code delete from t where a in (?, ?)}, or {@code (a, b) in ((?, ?), (?, ?))}. */
    public BatchShape delete(BatchWriter out, Batch delete, int rows) {
        out.sql("delete from ").table(table(delete));
        int columns = delete.columns().size();
        if (rows == 1) {
            keys(out, " where ", delete, columns);
            return BatchShape.COUNT;
        }
        keyList(out.sql(" where "), delete, columns, rows);
        return BatchShape.COUNT;
    }

    /** {@code a = ? and b = ?}, for the first row. */
    private static void keys(BatchWriter out, String before, Batch batch, int keys) {
        for (int i = 0; i < keys; i++) {
            out.sql(i == 0 ? before : " and ");
            out.name(batch.columns().get(i).name()).sql(" = ").cell(0, i);
        }
    }

    /** {@code a in (?, ?)}, or {@code (a, b) in ((?, ?), (?, ?))} for several key columns. */
    public static void keyList(BatchWriter out, Batch batch, int keys, int rows) {
        boolean single = keys == 1;
        out.sql(single ? "" : "(")
                .names(names(batch.columns().subList(0, keys)))
                .sql(single ? " in (" : ") in (");
        for (int row = 0; row < rows; row++) {
            out.sql(row == 0 ? "" : ", ").sql(single ? "" : "(");
            cells(out, row, keys);
            out.sql(single ? "" : ")");
        }
        out.sql(")");
    }

    private static void cells(BatchWriter out, int row, int columns) {
        for (int i = 0; i < columns; i++) {
            out.sql(i == 0 ? "" : ", ").cell(row, i);
        }
    }

    /** The names of columns. */
    public static List<String> names(List<? extends Column<?>> columns) {
        return columns.stream().map(Column::name).toList();
    }

    /** The table's name in the database. */
    public static TableName table(Batch batch) {
        if (batch.table().source() instanceof TableSource source) {
            return source.table().tableName();
        }
        throw new StatementException(
                "a batch writes to " + batch.table().qualifier() + ", which is no table but a query");
    }

    private static List<Column<?>> returned(Batch batch) {
        return batch instanceof Batch.Insert insert ? insert.returning() : List.of();
    }
}
