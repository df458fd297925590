package io.fluxalchemy.dialects.mysqlfamily;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.InsertSyntax;
import io.fluxalchemy.dialect.SqlWriter;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.sql.tree.ConflictTree;
import io.fluxalchemy.sql.tree.InsertTree;
import java.util.List;

/**
 * {@code on duplicate key update}. The database looks at every unique key, not only at the columns named. Doing nothing is an
 * update that changes nothing: INSERT IGNORE would hide other errors too. {@code values(column)} is deprecated by MySQL, which has a
 * row alias instead; TiDB and MariaDB have no row alias, and INSERT … SELECT takes none anywhere.
 */
public final class FamilyUpsert implements InsertSyntax {

    private final String dialect;

    public FamilyUpsert(String dialect) {
        this.dialect = dialect;
    }

    @Override
    public String defaultRow() {
        return " () values ()";
    }

    @Override
    public String excluded(String column) {
        return "values(" + column + ")";
    }

    @Override
    public void upsert(SqlWriter out, InsertTree insert, ConflictTree conflict, Runnable plain) {
        if (conflict.where() != null) {
            throw StandardExpressions.missing(Feature.PARTIAL_UPSERT.description(), dialect);
        }
        plain.run();
        out.sql(" on duplicate key update ");
        if (conflict.updates().isEmpty()) {
            List<String> columns = conflict.columns().isEmpty() ? insert.columns() : conflict.columns();
            out.name(columns.get(0)).sql(" = ");
            out.name(insert.table().qualifier()).sql(".").name(columns.get(0));
        } else {
            out.assignments("", conflict.updates());
        }
    }
}
