package io.fluxalchemy.engine.pool;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Connections that somebody else opens and keeps.
 *
 * @param pool the pool behind the factory; null where there is none to ask
 */
record ForeignStock(ConnectionFactory factory, @Nullable ConnectionPool pool) implements Stock {

    static ForeignStock of(ConnectionFactory factory) {
        return new ForeignStock(factory, find(factory));
    }

    @Override
    public Publisher<? extends Connection> take() {
        return factory.create();
    }

    @Override
    public @Nullable PoolFigures figures() {
        PoolMetrics metrics = pool == null ? null : pool.getMetrics().orElse(null);
        return metrics == null
                ? null
                : new PoolFigures(
                        metrics.acquiredSize(),
                        metrics.idleSize(),
                        metrics.pendingAcquireSize(),
                        metrics.getMaxAllocatedSize());
    }

    @Override
    public ConnectionFactoryMetadata metadata() {
        return factory.getMetadata();
    }

    /** The pool behind a factory, through any wrappers; null where there is none. */
    private static @Nullable ConnectionPool find(ConnectionFactory factory) {
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
