package io.fluxalchemy.engine.pool;

import java.util.concurrent.atomic.AtomicLong;

/**
 * When a link to this database was last seen to break, or its server to have become read-only. Connections opened before that lead
 * to a server that may be gone or demoted: they are not lent again.
 */
final class Generations {

    private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);

    void end() {
        last.set(System.nanoTime());
    }

    boolean isOver(long openedAt) {
        long when = last.get();
        return when != Long.MIN_VALUE && when - openedAt >= 0;
    }
}
