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

    void write(SqlWriter out, LockTree lock);
}
