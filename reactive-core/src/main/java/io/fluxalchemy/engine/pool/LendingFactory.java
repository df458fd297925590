package io.fluxalchemy.engine.pool;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import org.reactivestreams.Publisher;

/** Lends connections to users of plain R2DBC. */
record LendingFactory(Lender lender) implements ConnectionFactory {

    @Override
    public Publisher<? extends Connection> create() {
        return lender.acquire("connectionFactory", false).map(lease -> new BorrowedConnection(lender, lease));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return lender.factory().getMetadata();
    }
}
