package io.fluxalchemy.dialects.sqlserver;

import io.fluxalchemy.dialect.LockSyntax;
import io.fluxalchemy.dialect.SqlWriter;
import io.fluxalchemy.sql.tree.LockTree;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TableSource;

/** Locks as hints behind the tables they are of; sub-queries take none. */
final class SqlServerLock implements LockSyntax {

    @Override
    public void write(SqlWriter out, LockTree lock) {
        // said behind the tables
    }

    @Override
    public void hint(SqlWriter out, LockTree lock, Source source) {
        if (!(source instanceof TableSource) || !isOf(lock, source)) {
            return;
        }
        // a share lock ends with its statement unless reads are said to be repeatable
        out.sql(
                lock.strength() == LockTree.Strength.SHARE
                        ? " with (repeatableread, rowlock"
                        : " with (updlock, rowlock");
        out.sql(
                switch (lock.waiting()) {
                    case WAIT -> ")";
                    case NOWAIT -> ", nowait)";
                    case SKIP_LOCKED -> ", readpast)";
                });
    }

    private static boolean isOf(LockTree lock, Source source) {
        return lock.of().isEmpty() || lock.of().stream().anyMatch(source::answersTo);
    }
}
