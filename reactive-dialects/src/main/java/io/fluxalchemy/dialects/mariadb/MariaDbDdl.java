package io.fluxalchemy.dialects.mariadb;

import io.fluxalchemy.dialect.DdlSyntax;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.TableName;
import org.jspecify.annotations.Nullable;

/** Schemas of MariaDB. */
final class MariaDbDdl implements DdlSyntax {

    @Override
    public String identity() {
        return "auto_increment";
    }

    @Override
    public String nextValue(String sequence) {
        return "(nextval(" + sequence + "))";
    }

    /** Text compares by its characters, as in other databases: case matters and trailing spaces too. */
    @Override
    public String tableOptions() {
        return "character set utf8mb4 collate utf8mb4_nopad_bin";
    }

    /** How an index is kept stands behind its columns. */
    @Override
    public String index(String name, String table, String elements, @Nullable String method) {
        return name + " on " + table + " " + elements + (method == null ? "" : " using " + method);
    }

    /** A name without a schema would be looked for beside the table that has the key, not in the connection's database. */
    @Override
    public TableName referenced(TableName table, TableName target) {
        if (table.schema() != null && target.schema() == null) {
            throw new StatementException("the table " + table + " has a foreign key to " + target
                    + ", which names no schema, and mariadb would look for it in " + table.schema()
                    + ": name the schemas of both, or of none");
        }
        return target;
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
