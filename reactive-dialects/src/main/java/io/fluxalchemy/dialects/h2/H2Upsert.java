package io.fluxalchemy.dialects.h2;

import io.fluxalchemy.dialect.InsertSyntax;
import io.fluxalchemy.dialect.Precedence;
import io.fluxalchemy.dialect.SqlWriter;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.sql.tree.ConflictTree;
import io.fluxalchemy.sql.tree.InsertTree;
import io.fluxalchemy.sql.tree.Node;
import java.util.List;

/** An upsert as MERGE of the new rows, which go by the name {@code excluded} as in other databases. */
final class H2Upsert implements InsertSyntax {

    @Override
    public void upsert(SqlWriter out, InsertTree insert, ConflictTree conflict, Runnable plain) {
        if (insert.query() != null || conflict.columns().isEmpty()) {
            throw StandardExpressions.missing(
                    "an upsert of a query's rows, or one that names no columns to conflict on", "h2");
        }
        out.verb("merge").sql("into ").source(insert.table()).sql(" using (values ");
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
                out.sql(" and ").operand(conflict.where(), Precedence.NOT);
            }
            out.sql(" then update set ").assignments("", conflict.updates());
        }
        out.sql(" when not matched then insert (").names(insert.columns()).sql(") values (");
        for (int i = 0; i < insert.columns().size(); i++) {
            out.sql(i == 0 ? "excluded." : ", excluded.").name(insert.columns().get(i));
        }
        out.sql(")");
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
