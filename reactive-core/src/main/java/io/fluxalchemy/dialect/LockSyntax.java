package io.fluxalchemy.dialect;

import io.fluxalchemy.sql.tree.LockTree;

/** How a query locks the rows it reads. */
@FunctionalInterface
public interface LockSyntax {

    /** {@code for update} and {@code for share}, with {@code nowait} and {@code skip locked}. */
    LockSyntax FOR_UPDATE_OR_SHARE = (out, lock) -> {
        out.sql(lock.strength() == LockTree.Strength.UPDATE ? " for update" : " for share");
        switch (lock.waiting()) {
            case WAIT -> {}
            case NOWAIT -> out.sql(" nowait");
            case SKIP_LOCKED -> out.sql(" skip locked");
        }
    };

    void write(SqlWriter out, LockTree lock);
}
