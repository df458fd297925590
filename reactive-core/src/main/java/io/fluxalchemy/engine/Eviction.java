package io.fluxalchemy.engine;

import io.fluxalchemy.engine.pool.Lease;
import io.fluxalchemy.error.ErrorKind;

/** What an error says of the connection it came by, and of those opened before it. */
enum Eviction {
    /** An error of the statement alone. */
    NONE,
    /** Its prepared statements, or its session, may be as unusable for the next borrower. */
    AFTER_USE,
    /** This session was ended, by a limit of its own. */
    NOW,
    /** The server is gone: so may be the servers behind other links. */
    NOW_AND_OLDER,
    /** A server that takes no writes any more: after a failover every link may lead to the old one. */
    AFTER_USE_AND_OLDER;

    /** @param isWriter whether the statement was one that writes, in a scope that may */
    static Eviction after(ErrorKind kind, boolean isWriter) {
        return switch (kind) {
            case CONNECTION_LOST -> NOW_AND_OLDER;
            case TRANSACTION_TIMEOUT -> NOW;
            case STALE_PLAN, UNSUPPORTED -> AFTER_USE;
            case READ_ONLY -> isWriter ? AFTER_USE_AND_OLDER : NONE;
            default -> NONE;
        };
    }

    void on(Lease lease) {
        switch (this) {
            case NONE -> {}
            case AFTER_USE -> lease.markUnfit();
            case NOW -> lease.markBroken();
            case NOW_AND_OLDER -> lease.markDisconnected();
            case AFTER_USE_AND_OLDER -> lease.markDemoted();
        }
    }
}
