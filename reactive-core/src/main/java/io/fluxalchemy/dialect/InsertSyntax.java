package io.fluxalchemy.dialect;

import io.fluxalchemy.sql.tree.ConflictTree;
import io.fluxalchemy.sql.tree.InsertTree;

/** What differs in INSERT: a row of defaults, and what happens with a row that exists already. */
@FunctionalInterface
public interface InsertSyntax {

    /** {@code on conflict (columns) do nothing} or {@code do update set …}. */
    InsertSyntax ON_CONFLICT = (out, insert, conflict, plain) -> {
        plain.run();
        out.sql(" on conflict");
        if (!conflict.columns().isEmpty()) {
            out.sql(" (").names(conflict.columns()).sql(")");
        }
        if (conflict.updates().isEmpty()) {
            out.sql(" do nothing");
        } else {
            out.sql(" do update set ").assignments("", conflict.updates());
            if (conflict.where() != null) {
                out.sql(" where ").condition(conflict.where());
            }
        }
    };

    /** What stands after the table's name to insert one row of defaults. */
    default String defaultRow() {
        return " default values";
    }

    /** The most rows that one list of values may have. */
    default int maxRows() {
        return Integer.MAX_VALUE;
    }

    /** Whether common table expressions stand before INSERT, not before the query it inserts. */
    default boolean isWithFirst() {
        return false;
    }

    /** The value the rejected row wanted to give a column, in an upsert; the name is quoted already. */
    default String excluded(String column) {
        return "excluded." + column;
    }

    /**
     * Writes an upsert.
     *
     * @param plain writes the INSERT without its conflict clause; run at most once
     */
    void upsert(SqlWriter out, InsertTree insert, ConflictTree conflict, Runnable plain);
}
