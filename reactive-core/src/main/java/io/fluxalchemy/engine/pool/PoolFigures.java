package io.fluxalchemy.engine.pool;

/**
 * What a pool has now.
 *
 * @param acquired connections lent
 * @param idle connections that can be lent at once
 * @param pending those who wait for one
 * @param most the most connections it opens
 */
public record PoolFigures(int acquired, int idle, int pending, int most) {}
