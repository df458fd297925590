package io.fluxalchemy.engine.pool;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.scheduler.Schedulers;

/**
 * Everybody who waits for a connection or an answer, looked at a few times a second by one timer for all. A timer for each would
 * wake a thread for every one, most of whom are served at once.
 */
final class WaitingRoom {

    private static final long LOOK_MILLIS = 25;

    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ticking = new AtomicBoolean();

    void enter(Waiting one) {
        waiting.add(one);
        tick();
    }

    void leave(Waiting one) {
        waiting.remove(one);
    }

    private void tick() {
        if (!ticking.get() && ticking.compareAndSet(false, true)) {
            Schedulers.parallel().schedule(this::lookAndGoOn, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Looks whether anybody has waited long enough. */
    void look() {
        long now = Clock.now();
        waiting.forEach(one -> one.look(now));
    }

    /** Whoever fails when told that the time is up must not keep the others from being looked at. */
    private void lookAndGoOn() {
        try {
            look();
        } finally {
            ticking.set(false);
            if (!waiting.isEmpty()) {
                tick();
            }
        }
    }
}
