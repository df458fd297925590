package io.fluxalchemy.dialects.mariadb;

import io.fluxalchemy.dialect.JoinedWriteSyntax;
import io.fluxalchemy.dialect.SqlWriter;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.sql.tree.DeleteTree;
import io.fluxalchemy.sql.tree.UpdateTree;

/** {@code update t, s set t.a = … where …} and {@code delete t from t, s where …}. */
final class MariaDbJoinedWrites implements JoinedWriteSyntax {

    @Override
    public void update(SqlWriter out, UpdateTree update) {
        out.sql("update ").source(update.table());
        JoinedWriteSyntax.sources(out, ", ", update.from());
        String table = MariaDbDialect.IDENTIFIERS.quoted(update.table().qualifier());
        out.sql(" set ").assignments(table + ".", update.assignments());
        JoinedWriteSyntax.where(out, update.where());
    }

    @Override
    public void delete(SqlWriter out, DeleteTree delete) {
        if (!delete.returning().isEmpty()) {
            throw StandardExpressions.missing("returning rows of a delete with further tables", "mariadb");
        }
        out.sql("delete ").name(delete.table().qualifier()).sql(" from ").source(delete.table());
        JoinedWriteSyntax.sources(out, ", ", delete.using());
        JoinedWriteSyntax.where(out, delete.where());
    }
}
