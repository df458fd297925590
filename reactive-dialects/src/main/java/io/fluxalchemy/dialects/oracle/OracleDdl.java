package io.fluxalchemy.dialects.oracle;

import io.fluxalchemy.dialect.DdlSyntax;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.schema.DdlStatement;
import io.fluxalchemy.schema.ForeignKey;
import org.jspecify.annotations.Nullable;

/** Schemas of Oracle, which says IF EXISTS and IF NOT EXISTS of everything but constraints. */
final class OracleDdl implements DdlSyntax {

    @Override
    public String computed(String sql) {
        return "generated always as (" + sql + ") virtual";
    }

    @Override
    public String index(String name, String table, String elements, @Nullable String method) {
        if (method != null) {
            throw StandardExpressions.missing("indexes kept in the way '" + method + "'", OracleDialect.NAME);
        }
        return DdlSyntax.super.index(name, table, elements, null);
    }

    /** To refuse a delete is what the server does unless told otherwise, and it has no word for it. */
    @Override
    public String onDelete(ForeignKey.Action action) {
        return action == ForeignKey.Action.RESTRICT ? "" : DdlSyntax.super.onDelete(action);
    }

    @Override
    public String addConstraint(String table, String name, String constraint, boolean ifAbsent) {
        return DdlSyntax.super.addConstraint(table, name, constraint, false);
    }

    @Override
    public String dropForeignKey(String table, String name) {
        return "alter table " + table + " drop constraint " + name;
    }

    @Override
    public boolean isDone(DdlStatement statement, ErrorKind error) {
        if (statement instanceof DdlStatement.CreateIndex index) {
            // one over the same columns may be there under another name
            return index.ifAbsent() && error == ErrorKind.DUPLICATE_OBJECT;
        } else if (statement instanceof DdlStatement.AddForeignKey key) {
            return key.ifAbsent() && error == ErrorKind.DUPLICATE_OBJECT;
        }
        return statement instanceof DdlStatement.DropForeignKey && error == ErrorKind.UNDEFINED_OBJECT;
    }
}
