package io.fluxalchemy.sql.tree;

import org.jspecify.annotations.Nullable;

/** A table's name as the database knows it; without schema the connection's search path decides. Never quoted here. */
public record TableName(@Nullable String schema, String name) {

    public static TableName of(String name) {
        return new TableName(null, name);
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
