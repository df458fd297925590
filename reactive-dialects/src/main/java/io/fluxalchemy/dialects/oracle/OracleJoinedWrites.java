package io.fluxalchemy.dialects.oracle;

import io.fluxalchemy.dialect.JoinedWriteSyntax;
import io.fluxalchemy.dialect.SqlWriter;
import io.fluxalchemy.sql.tree.DeleteTree;
import io.fluxalchemy.sql.tree.UpdateTree;

/** {@code update t set … from s where …} and {@code delete from t from s where …}. */
final class OracleJoinedWrites implements JoinedWriteSyntax {

    @Override
    public void update(SqlWriter out, UpdateTree update) {
        FROM_AND_USING.update(out, update);
    }

    @Override
    public void delete(SqlWriter out, DeleteTree delete) {
        out.verb("delete").sql("from ").source(delete.table());
        JoinedWriteSyntax.sources(out, " from ", delete.using());
        JoinedWriteSyntax.where(out, delete.where());
    }
}
