package io.fluxalchemy.dialects.mysql;

import io.fluxalchemy.dialect.DdlSyntax;
import io.fluxalchemy.dialects.mysqlfamily.FamilyIdentity;
import io.fluxalchemy.dialects.mysqlfamily.FamilyNames;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.schema.DdlStatement;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.sql.tree.TableName;
import org.jspecify.annotations.Nullable;

/** Schemas of MySQL, which says IF EXISTS and IF NOT EXISTS of tables only. */
final class MySqlDdl implements DdlSyntax {

    @Override
    public String identity(Generation.Identity identity) {
        return "auto_increment";
    }

    /** Text compares by its characters, as in other databases: case matters and trailing spaces too. */
    @Override
    public String tableOptions(Generation.@Nullable Identity identity) {
        return FamilyIdentity.start(identity, "mysql") + "character set utf8mb4 collate utf8mb4_0900_bin";
    }

    @Override
    public String comment(String literal) {
        return "comment " + literal;
    }

    @Override
    public String index(String name, String table, String elements, @Nullable String method) {
        return FamilyNames.index(name, table, elements, method);
    }

    @Override
    public TableName referenced(TableName table, TableName target) {
        return FamilyNames.referenced(table, target, "mysql");
    }

    @Override
    public boolean indexesIfAbsent() {
        return false;
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

    @Override
    public String addConstraint(String table, String name, String constraint, boolean ifAbsent) {
        return DdlSyntax.super.addConstraint(table, name, constraint, false);
    }

    @Override
    public String dropForeignKey(String table, String name) {
        return "alter table " + table + " drop foreign key " + name;
    }
}
