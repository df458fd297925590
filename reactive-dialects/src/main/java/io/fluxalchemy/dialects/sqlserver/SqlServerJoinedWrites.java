package io.fluxalchemy.dialects.sqlserver;

import io.fluxalchemy.dialect.JoinedWriteSyntax;
import io.fluxalchemy.dialect.SqlWriter;
import io.fluxalchemy.sql.tree.DeleteTree;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.UpdateTree;
import java.util.ArrayList;
import java.util.List;

/** {@code update t set … from t cross join s where …} and {@code delete t from t cross join s where …}; aliases are named in FROM only. */
final class SqlServerJoinedWrites implements JoinedWriteSyntax {

    @Override
    public boolean isForAliases() {
        return true;
    }

    @Override
    public void update(SqlWriter out, UpdateTree update) {
        out.verb("update").name(update.table().qualifier()).sql(" set ").assignments("", update.assignments());
        out.returned();
        from(out, update.table(), update.from());
        JoinedWriteSyntax.where(out, update.where());
    }

    @Override
    public void delete(SqlWriter out, DeleteTree delete) {
        out.verb("delete").name(delete.table().qualifier()).returned();
        from(out, delete.table(), delete.using());
        JoinedWriteSyntax.where(out, delete.where());
    }

    private static void from(SqlWriter out, Source table, List<Source> others) {
        List<Source> all = new ArrayList<>(List.of(table));
        all.addAll(others);
        String separator = " from ";
        for (Source source : all) {
            out.sql(separator).source(source);
            separator = " cross join ";
        }
    }
}
