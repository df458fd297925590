package io.fluxalchemy.engine.pool;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Where connections come from: our own pool, or what somebody else gives. */
interface Stock {

    /** One connection, which goes back when it is closed. */
    Publisher<? extends Connection> take();

    /** What is there now; null where nobody can be asked. */
    @Nullable
    PoolFigures figures();

    ConnectionFactoryMetadata metadata();
}
