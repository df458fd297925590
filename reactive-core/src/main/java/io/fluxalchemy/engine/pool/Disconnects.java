package io.fluxalchemy.engine.pool;

import java.util.concurrent.atomic.AtomicLong;

/** When a link was last seen to break: connections used before that are suspect until they gave a sign of life. */
final class Disconnects {

    private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);

    void seen() {
        last.set(System.nanoTime());
    }

    boolean anySince(long nanoTime) {
        long when = last.get();
        return when != Long.MIN_VALUE && when - nanoTime >= 0;
    }
}
