package io.fluxalchemy.engine.pool;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.scheduler.Schedulers;

/**
 * Everybody who waits for a connection, looked at a few times a second by one timer for all. A timer for each would wake a thread
 * for every acquire, most of which are served at once.
 */
final class WaitingRoom {

    private static final long LOOK_MILLIS = 25;

    private final Set<Waiter<?>> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ticking = new AtomicBoolean();

    void enter(Waiter<?> waiter) {
        waiting.add(waiter);
        tick();
    }

    void leave(Waiter<?> waiter) {
        waiting.remove(waiter);
    }

    private void tick() {
        if (ticking.compareAndSet(false, true)) {
            Schedulers.parallel().schedule(this::lookAndGoOn, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Looks whether anybody has waited long enough. */
    void look() {
        long now = Clock.now();
        waiting.forEach(waiter -> waiter.look(now));
    }

    private void lookAndGoOn() {
        look();
        ticking.set(false);
        if (!waiting.isEmpty()) {
            tick();
        }
    }
}
