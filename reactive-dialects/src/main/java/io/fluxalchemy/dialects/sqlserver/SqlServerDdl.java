package io.fluxalchemy.dialects.sqlserver;

import io.fluxalchemy.dialect.DdlSyntax;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.schema.DdlStatement;
import io.fluxalchemy.schema.ForeignKey;
import io.fluxalchemy.schema.Generation;
import org.jspecify.annotations.Nullable;

/** Schemas of SQL Server, which says IF EXISTS of what it drops and IF NOT EXISTS of nothing. */
final class SqlServerDdl implements DdlSyntax {

    @Override
    public String identity(Generation.Identity identity) {
        return "identity(" + identity.start() + ", " + identity.increment() + ")";
    }

    @Override
    public boolean typesComputed() {
        return false;
    }

    @Override
    public String computed(String sql) {
        return "as (" + sql + ") persisted";
    }

    @Override
    public String createTable(String table, String body, boolean ifAbsent) {
        return unlessThere(table, "U", ifAbsent) + DdlSyntax.super.createTable(table, body, false);
    }

    @Override
    public String createSequence(String sequence, String body, boolean ifAbsent) {
        return unlessThere(sequence, "SO", ifAbsent) + DdlSyntax.super.createSequence(sequence, body, false);
    }

    private static String unlessThere(String name, String kind, boolean ifAbsent) {
        return ifAbsent ? "if object_id(" + SqlServerLiterals.text(name) + ", N'" + kind + "') is null " : "";
    }

    /** Comments are procedures' work there, with the schema, the table and the column as their arguments. */
    @Override
    public String commentOn(String kind, String name, String literal) {
        throw StandardExpressions.missing("comments of tables and columns", SqlServerDialect.NAME);
    }

    @Override
    public boolean indexesIfAbsent() {
        return false;
    }

    @Override
    public String index(String name, String table, String elements, @Nullable String method) {
        if (method != null) {
            throw StandardExpressions.missing("indexes kept in the way '" + method + "'", SqlServerDialect.NAME);
        }
        return DdlSyntax.super.index(name, table, elements, null);
    }

    /** To refuse a delete is what the server does unless told otherwise. */
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
        return "alter table " + table + " drop constraint if exists " + name;
    }

    @Override
    public boolean isDone(DdlStatement statement, ErrorKind error) {
        if (statement instanceof DdlStatement.CreateIndex index) {
            return index.ifAbsent() && error == ErrorKind.DUPLICATE_OBJECT;
        } else if (statement instanceof DdlStatement.AddForeignKey key) {
            return key.ifAbsent() && error == ErrorKind.DUPLICATE_OBJECT;
        }
        return statement instanceof DdlStatement.DropForeignKey && error == ErrorKind.UNDEFINED_OBJECT;
    }
}
