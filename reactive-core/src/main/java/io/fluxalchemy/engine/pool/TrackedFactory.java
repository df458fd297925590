package io.fluxalchemy.engine.pool;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Opens the driver's connections for a pool of ours. */
record TrackedFactory(ConnectionFactory driver, PoolSettings settings, Generations generations)
        implements ConnectionFactory {

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.from(driver.create()).map(c -> new TrackedConnection(c, settings, generations));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return driver.getMetadata();
    }
}
