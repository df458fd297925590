package io.fluxalchemy.dialects.mysqlfamily;

import io.fluxalchemy.dialect.Identifiers;
import io.fluxalchemy.dialect.JoinedWriteSyntax;
import io.fluxalchemy.dialect.SqlWriter;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.sql.tree.DeleteTree;
import io.fluxalchemy.sql.tree.UpdateTree;

/** {@code update t, s set t.a = … where …} and {@code delete t from t, s where …}. */
public final class FamilyJoinedWrites implements JoinedWriteSyntax {

    private final String dialect;
    private final Identifiers identifiers;

    public FamilyJoinedWrites(String dialect, Identifiers identifiers) {
        this.dialect = dialect;
        this.identifiers = identifiers;
    }

    @Override
    public void update(SqlWriter out, UpdateTree update) {
        out.verb("update").source(update.table());
        JoinedWriteSyntax.sources(out, ", ", update.from());
        String table = identifiers.quoted(update.table().qualifier());
        out.sql(" set ").assignments(table + ".", update.assignments());
        JoinedWriteSyntax.where(out, update.where());
    }

    @Override
    public void delete(SqlWriter out, DeleteTree delete) {
        if (!delete.returning().isEmpty()) {
            throw StandardExpressions.missing("returning rows of a delete with further tables", dialect);
        }
        out.verb("delete").name(delete.table().qualifier()).sql(" from ").source(delete.table());
        JoinedWriteSyntax.sources(out, ", ", delete.using());
        JoinedWriteSyntax.where(out, delete.where());
    }
}
