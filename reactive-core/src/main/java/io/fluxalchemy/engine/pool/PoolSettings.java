package io.fluxalchemy.engine.pool;

import java.time.Duration;

/**
 * How connections are opened, kept and lent.
 *
 * @param maxSize the most connections open at once
 * @param independentReserve how many of them only independent transactions may have, those begun while another connection is held
 * @param acquireTimeout longest wait for a connection
 * @param stallLimit longest wait while every connection is held by a stream whose rows wait for demand
 * @param connectTimeout longest time to open one
 * @param maxIdleTime an idle connection older than this is closed
 * @param maxLifeTime a connection older than this is closed when it comes back
 * @param validateAfter a connection idle for longer is asked for a sign of life before it is lent
 * @param validationTimeout longest wait for that sign
 * @param cleanupTimeout longest time to bring a connection back into order before it is destroyed instead
 * @param idleWarning a transaction in which nothing has run for longer is logged
 * @param resetAlways whether every connection is reset when it comes back, not only where something unknown has run
 */
public record PoolSettings(
        int maxSize,
        int independentReserve,
        Duration acquireTimeout,
        Duration stallLimit,
        Duration connectTimeout,
        Duration maxIdleTime,
        Duration maxLifeTime,
        Duration validateAfter,
        Duration validationTimeout,
        Duration cleanupTimeout,
        Duration idleWarning,
        boolean resetAlways) {}
