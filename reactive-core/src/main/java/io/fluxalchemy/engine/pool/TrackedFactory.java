package io.fluxalchemy.engine.pool;

import io.fluxalchemy.error.ConnectTimeoutException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Opens the driver's connections for a pool of ours, each within its time. */
record TrackedFactory(ConnectionFactory driver, PoolSettings settings, Generations generations, Redial redial)
        implements ConnectionFactory {

    @Override
    public Publisher<? extends Connection> create() {
        return redial.dial(Mono.defer(() -> Mono.<Connection>from(driver.create()))
                .<Connection>map(c -> new TrackedConnection(c, settings, generations))
                .timeout(
                        settings.connectTimeout(),
                        Mono.error(() -> new ConnectTimeoutException(settings.connectTimeout(), null))));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return driver.getMetadata();
    }
}
