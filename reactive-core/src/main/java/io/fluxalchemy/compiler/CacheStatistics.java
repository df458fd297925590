package io.fluxalchemy.compiler;

/**
 * What a compiler's cache did since the compiler was made.
 *
 * @param hits statements found
 * @param compiled statements compiled, each distinct one once while it stays in the cache
 * @param evicted statements dropped to make room
 * @param size statements kept now
 * @param capacity most statements kept
 */
public record CacheStatistics(long hits, long compiled, long evicted, int size, int capacity) {

    /** The figures of two caches together. */
    CacheStatistics plus(CacheStatistics other) {
        return new CacheStatistics(
                hits + other.hits,
                compiled + other.compiled,
                evicted + other.evicted,
                size + other.size,
                capacity + other.capacity);
    }

    /** With the hits of a cache of what these keep. */
    CacheStatistics withHits(CacheStatistics ofKept) {
        return new CacheStatistics(hits + ofKept.hits, compiled, evicted, size, capacity);
    }

    /** Hits among all look-ups, between 0 and 1; 0 before the first. */
    public double hitRatio() {
        long lookups = hits + compiled;
        return lookups == 0 ? 0 : (double) hits / lookups;
    }
}
