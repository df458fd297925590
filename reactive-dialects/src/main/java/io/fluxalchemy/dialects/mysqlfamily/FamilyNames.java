package io.fluxalchemy.dialects.mysqlfamily;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.TableName;
import org.jspecify.annotations.Nullable;

/** How parts of schemas are named in DDL. */
public final class FamilyNames {

    private FamilyNames() {}

    /** How an index is kept stands behind its columns. */
    public static String index(String name, String table, String elements, @Nullable String method) {
        return name + " on " + table + " " + elements + (method == null ? "" : " using " + method);
    }

    /** A name without a schema would be looked for beside the table that has the key, not in the connection's database. */
    public static TableName referenced(TableName table, TableName target, String dialect) {
        if (table.schema() != null && target.schema() == null) {
            throw new StatementException("the table " + table + " has a foreign key to " + target
                    + ", which names no schema, and " + dialect + " would look for it in " + table.schema()
                    + ": name the schemas of both, or of none");
        }
        return target;
    }
}
