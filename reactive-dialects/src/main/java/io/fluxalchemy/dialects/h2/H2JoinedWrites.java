package io.fluxalchemy.dialects.h2;

import io.fluxalchemy.dialect.JoinedWriteSyntax;
import io.fluxalchemy.dialect.SqlWriter;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.sql.tree.DeleteTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TableSource;
import io.fluxalchemy.sql.tree.UpdateTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** UPDATE and DELETE with a further table, as MERGE. */
final class H2JoinedWrites implements JoinedWriteSyntax {

    @Override
    public void update(SqlWriter out, UpdateTree update) {
        merge(out, update.table(), update.from(), update.where());
        out.sql(" when matched then update set ").assignments("", update.assignments());
    }

    @Override
    public void delete(SqlWriter out, DeleteTree delete) {
        merge(out, delete.table(), delete.using(), delete.where());
        out.sql(" when matched then delete");
    }

    private static void merge(SqlWriter out, TableSource table, List<Source> sources, @Nullable Node where) {
        if (sources.size() > 1) {
            throw StandardExpressions.missing("an update or delete with more than one further table", "h2");
        }
        out.verb("merge")
                .sql("into ")
                .source(table)
                .sql(" using ")
                .source(sources.get(0))
                .sql(" on ");
        if (where == null) {
            out.sql("true");
        } else {
            out.node(where);
        }
    }
}
