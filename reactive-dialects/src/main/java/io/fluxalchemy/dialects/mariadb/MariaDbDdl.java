package io.fluxalchemy.dialects.mariadb;

import io.fluxalchemy.dialect.DdlSyntax;
import io.fluxalchemy.dialects.mysqlfamily.FamilyIdentity;
import io.fluxalchemy.dialects.mysqlfamily.FamilyNames;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.sql.tree.TableName;
import org.jspecify.annotations.Nullable;

/** Schemas of MariaDB. */
final class MariaDbDdl implements DdlSyntax {

    @Override
    public String identity(Generation.Identity identity) {
        return "auto_increment";
    }

    @Override
    public String nextValue(String text) {
        return "(" + text + ")";
    }

    /** Text compares by its characters, as in other databases: case matters and trailing spaces too. */
    @Override
    public String tableOptions(Generation.@Nullable Identity identity) {
        return FamilyIdentity.start(identity, "mariadb") + "character set utf8mb4 collate utf8mb4_nopad_bin";
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
        return FamilyNames.referenced(table, target, "mariadb");
    }

    @Override
    public String addConstraint(String table, String name, String constraint, boolean ifAbsent) {
        // only a foreign key has IF NOT EXISTS, and after its own words
        return ifAbsent
                ? "alter table " + table + " add constraint " + name + " "
                        + constraint.replaceFirst("^foreign key ", "foreign key if not exists ")
                : DdlSyntax.super.addConstraint(table, name, constraint, false);
    }

    @Override
    public String dropForeignKey(String table, String name) {
        return "alter table if exists " + table + " drop foreign key if exists " + name;
    }
}
