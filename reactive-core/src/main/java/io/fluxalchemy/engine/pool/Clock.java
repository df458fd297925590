package io.fluxalchemy.engine.pool;

import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Schedulers;

/** The time by which waits are bounded: that of the timers, which tests may turn. */
public final class Clock {

    private Clock() {}

    /** Nanoseconds since whenever; only differences mean anything. */
    public static long now() {
        return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
    }
}
