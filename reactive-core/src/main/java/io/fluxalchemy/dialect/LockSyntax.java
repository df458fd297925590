package io.fluxalchemy.dialect;

import io.fluxalchemy.sql.tree.LockTree;
import io.fluxalchemy.sql.tree.Source;

/** How a query locks the rows it reads. */
@FunctionalInterface
public interface LockSyntax {

    /** {@code for update} and {@code for share}, with the tables they are {@code of}, {@code nowait} and {@code skip locked}. */
    LockSyntax FOR_UPDATE_OR_SHARE = (out, lock) -> {
        out.sql(" ").sql(lock.strength().sql());
        String separator = " of ";
        for (Source source : lock.of()) {
            out.sql(separator).name(source.qualifier());
            separator = ", ";
        }
        out.sql(lock.waiting().sql());
    };

    /** Writes the lock at the end of the query. */
    void write(SqlWriter out, LockTree lock);

    /** Writes the lock behind one of the query's sources, for databases that say it there. */
    default void hint(SqlWriter out, LockTree lock, Source source) {}
}
