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

    static ConnectionPool build(ConnectionFactory driver, int maxSize, PoolSettings settings, Generations generations) {
        TrackedFactory factory = new TrackedFactory(driver, settings, generations);
        return new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
                .initialSize(0)
                .minIdle(0)
                .maxSize(maxSize)
                .maxIdleTime(settings.maxIdleTime())
                .maxLifeTime(settings.maxLifeTime())
                .maxCreateConnectionTime(settings.connectTimeout())
                // the tracked connection bounds what it asks the server; a timer for every local check would cost more
                // than it
                .maxValidationTime(Duration.ofMillis(-1))
                // the acquire's own timer also names who holds the connections
                .maxAcquireTime(Duration.ofMillis(-1))
                // a dead connection is replaced by the acquire itself; a refused login is never tried again
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
