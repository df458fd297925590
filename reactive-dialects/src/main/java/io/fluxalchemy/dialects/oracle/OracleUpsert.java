package io.fluxalchemy.dialects.oracle;

import io.fluxalchemy.dialect.InsertSyntax;
import io.fluxalchemy.dialect.SqlWriter;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.sql.tree.ConflictTree;
import io.fluxalchemy.sql.tree.InsertTree;

/**
 * An upsert as MERGE of the new rows, which go by the name {@code excluded} as in other databases. The server updates no column that
 * the rows are found by, and lets another transaction insert the same key meanwhile: a unique violation then, which running again cures.
 */
final class OracleUpsert implements InsertSyntax {

    @Override
    public String defaultRow() {
        throw StandardExpressions.missing("an insert that names no column (name one)", OracleDialect.NAME);
    }

    @Override
    public void upsert(SqlWriter out, InsertTree insert, ConflictTree conflict, Runnable plain) {
        if (insert.query() != null || conflict.columns().isEmpty()) {
            throw StandardExpressions.missing(
                    "an upsert of a query's rows, or one that names no columns to conflict on", OracleDialect.NAME);
        }
        out.verb("merge").sql("into ").source(insert.table()).sql(" using (values ");
        OracleValues.rows(out, insert.rows());
        out.sql(") excluded (").names(insert.columns()).sql(")");
        String separator = " on (";
        for (String column : conflict.columns()) {
            out.sql(separator).name(insert.table().qualifier()).sql(".").name(column);
            out.sql(" = excluded.").name(column);
            separator = " and ";
        }
        out.sql(")");
        if (!conflict.updates().isEmpty()) {
            out.sql(" when matched then update set ").assignments("", conflict.updates());
            if (conflict.where() != null) {
                out.sql(" where ").condition(conflict.where());
            }
        }
        out.sql(" when not matched then insert (").names(insert.columns()).sql(") values (");
        for (int i = 0; i < insert.columns().size(); i++) {
            out.sql(i == 0 ? "excluded." : ", excluded.").name(insert.columns().get(i));
        }
        out.sql(")");
    }
}
