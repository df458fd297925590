package io.fluxalchemy.engine.pool;

import java.time.Duration;

/**
 * How connections are opened, kept and lent.
 *
 * @param maxSize the most connections open at once
 * @param acquireTimeout longest wait for a connection
 * @param connectTimeout longest time to open one
 * @param maxIdleTime an idle connection older than this is closed
 * @param maxLifeTime a connection older than this is closed when it comes back
 * @param validateAfter a connection idle for longer is asked for a sign of life before it is lent
 * @param validationTimeout longest wait for that sign
 * @param cleanupTimeout longest time to bring a connection back into order before it is destroyed instead
 */
public record PoolSettings(
        int maxSize,
        Duration acquireTimeout,
        Duration connectTimeout,
        Duration maxIdleTime,
        Duration maxLifeTime,
        Duration validateAfter,
        Duration validationTimeout,
        Duration cleanupTimeout) {

    public static final PoolSettings DEFAULTS = new PoolSettings(
            10,
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5));
}
