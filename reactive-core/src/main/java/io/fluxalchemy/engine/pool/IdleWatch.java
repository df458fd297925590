package io.fluxalchemy.engine.pool;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Schedulers;

/**
 * Warns, once for each lending, of a transaction in which nothing has run for long: it holds locks and a connection. One timer for
 * all, which runs only while something is lent.
 */
final class IdleWatch {

    private static final Logger LOG = LoggerFactory.getLogger("io.fluxalchemy.Pool");
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final Set<Lease> lent;
    private final long limitNanos;
    private final long pauseMillis;
    private final AtomicBoolean ticking = new AtomicBoolean();

    IdleWatch(Set<Lease> lent, PoolSettings settings) {
        this.lent = lent;
        this.limitNanos = settings.idleWarning().toNanos();
        this.pauseMillis = Math.max(
                1, Math.min(LONGEST_PAUSE_MILLIS, settings.idleWarning().toMillis() / 2));
    }

    void tick() {
        if (!ticking.get() && ticking.compareAndSet(false, true)) {
            Schedulers.parallel().schedule(this::look, pauseMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        long now = System.nanoTime();
        for (Lease lease : lent) {
            if (lease.isIdleInTransaction(now, limitNanos) && lease.warnOnce()) {
                LOG.warn(
                        "idle in transaction: {}; nothing has run in it for {} ms, and it holds its locks",
                        lease.describe(),
                        TimeUnit.NANOSECONDS.toMillis(limitNanos));
            }
        }
        ticking.set(false);
        if (!lent.isEmpty()) {
            tick();
        }
    }
}
