package io.fluxalchemy.dialects.sqlserver;

import io.fluxalchemy.dialect.InsertSyntax;
import io.fluxalchemy.dialect.SqlWriter;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.sql.tree.ConflictTree;
import io.fluxalchemy.sql.tree.InsertTree;
import io.fluxalchemy.sql.tree.Node;
import java.util.List;

/**
 * An upsert as MERGE of the new rows, which go by the name {@code excluded} as in other databases. HOLDLOCK keeps another transaction
 * from inserting the same key between the look and the insert.
 */
final class SqlServerUpsert implements InsertSyntax {

    /** What one list of values takes. */
    private static final int MOST_ROWS = 1_000;

    @Override
    public int maxRows() {
        return MOST_ROWS;
    }

    @Override
    public boolean isWithFirst() {
        return true;
    }

    @Override
    public void upsert(SqlWriter out, InsertTree insert, ConflictTree conflict, Runnable plain) {
        if (insert.query() != null || conflict.columns().isEmpty()) {
            throw StandardExpressions.missing(
                    "an upsert of a query's rows, or one that names no columns to conflict on", SqlServerDialect.NAME);
        }
        out.verb("merge").sql("into ").table(insert.table().table().tableName());
        out.sql(" with (holdlock) as ").name(insert.table().qualifier()).sql(" using (values ");
        rows(out, insert);
        out.sql(") as excluded (").names(insert.columns()).sql(")");
        String separator = " on ";
        for (String column : conflict.columns()) {
            out.sql(separator).name(insert.table().qualifier()).sql(".").name(column);
            out.sql(" = excluded.").name(column);
            separator = " and ";
        }
        if (!conflict.updates().isEmpty()) {
            out.sql(" when matched");
            if (conflict.where() != null) {
                out.sql(" and (").condition(conflict.where()).sql(")");
            }
            out.sql(" then update set ").assignments("", conflict.updates());
        }
        out.sql(" when not matched then insert (").names(insert.columns()).sql(") values (");
        for (int i = 0; i < insert.columns().size(); i++) {
            out.sql(i == 0 ? "excluded." : ", excluded.").name(insert.columns().get(i));
        }
        out.sql(")").returned().sql(";");
    }

    private static void rows(SqlWriter out, InsertTree insert) {
        String separator = "(";
        for (List<Node> row : insert.rows()) {
            for (Node value : row) {
                out.sql(separator).typed(value);
                separator = ", ";
            }
            out.sql(")");
            separator = ", (";
        }
    }
}
