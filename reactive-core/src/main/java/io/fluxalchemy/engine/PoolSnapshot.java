package io.fluxalchemy.engine;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pool's figures at one moment, and who holds its connections.
 *
 * @param acquired connections lent out
 * @param idle connections waiting in the pool
 * @param pending acquires waiting for a connection
 * @param maxSize the most connections the pool opens
 * @param holders the scopes that have connections, the oldest first
 */
public record PoolSnapshot(int acquired, int idle, int pending, int maxSize, List<Holder> holders) {

    public PoolSnapshot {
        holders = List.copyOf(holders);
    }

    /**
     * A scope that has a connection.
     *
     * @param purpose the verb that opened it, such as {@code transaction}
     * @param age how long it has had the connection
     * @param statement what runs on it, without values; null for nothing
     */
    public record Holder(
            String purpose, Duration age, @Nullable String statement) {}
}
