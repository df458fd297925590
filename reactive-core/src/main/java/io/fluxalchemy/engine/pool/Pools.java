package io.fluxalchemy.engine.pool;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Builds our pool, and recognises one that is there already. */
final class Pools {

    private Pools() {}

    static ConnectionPool build(TrackedFactory factory, int maxSize) {
        PoolSettings settings = factory.settings();
        return new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
                .initialSize(0)
                .minIdle(0)
                .maxSize(maxSize)
                .maxIdleTime(settings.maxIdleTime())
                .maxLifeTime(settings.maxLifeTime())
                // the factory bounds each attempt itself, and remembers how it ended
                .maxCreateConnectionTime(Duration.ofMillis(-1))
                // the tracked connection bounds what it asks the server; a timer for every local check would cost more
                // than it
                .maxValidationTime(Duration.ofMillis(-1))
                // the acquire's own timer also names who holds the connections
                .maxAcquireTime(Duration.ofMillis(-1))
                // the acquire itself replaces a dead connection and waits for a server that restarts
                .acquireRetry(0)
                .build());
    }

    /** The pool behind a factory, through any wrappers; null where there is none. */
    static @Nullable ConnectionPool find(ConnectionFactory factory) {
        Object current = factory;
        while (true) {
            if (current instanceof ConnectionPool pool) {
                return pool;
            }
            if (!(current instanceof Wrapped<?> wrapped)) {
                return null;
            }
            Object inner = wrapped.unwrap();
            if (inner == null || inner == current) {
                return null;
            }
            current = inner;
        }
    }
}
