package io.fluxalchemy.engine;

/**
 * A pool's figures at one moment.
 *
 * @param acquired connections lent out
 * @param idle connections waiting in the pool
 * @param pending acquires waiting for a connection
 * @param maxSize the most connections the pool opens
 */
public record PoolSnapshot(int acquired, int idle, int pending, int maxSize) {}
