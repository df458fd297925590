package io.fluxalchemy.dialects.mariadb;

import io.fluxalchemy.dialect.LockSyntax;
import io.fluxalchemy.sql.tree.LockTree;

/** {@code for update}, and {@code lock in share mode} where others say {@code for share}. */
final class MariaDbLocks {

    static final LockSyntax SYNTAX = (out, lock) -> {
        out.sql(lock.strength() == LockTree.Strength.UPDATE ? " for update" : " lock in share mode");
        out.sql(lock.waiting().sql());
    };

    private MariaDbLocks() {}
}
