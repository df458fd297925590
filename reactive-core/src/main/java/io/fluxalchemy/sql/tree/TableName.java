package io.fluxalchemy.sql.tree;

import org.jspecify.annotations.Nullable;

/** A table's name, or a sequence's or a type's, as the database knows it; without schema the connection's search path decides. Never quoted here. */
public record TableName(@Nullable String schema, String name) {

    public static TableName of(String name) {
        return new TableName(null, name);
    }

    /** Of a name with its schema in front of a dot, if it has one. */
    public static TableName qualified(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? of(name) : new TableName(name.substring(0, dot), name.substring(dot + 1));
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
