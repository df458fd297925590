package io.fluxalchemy.engine.pool;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.ConnectionFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Where connections of one purpose are kept, and how many scopes have or want one of them. */
final class Shelf {

    private final ConnectionFactory factory;
    private final @Nullable ConnectionPool pool;
    private final AtomicInteger claims = new AtomicInteger();

    Shelf(ConnectionFactory factory, @Nullable ConnectionPool pool) {
        this.factory = factory;
        this.pool = pool;
    }

    ConnectionFactory factory() {
        return factory;
    }

    /** The figures of the pool behind it; null where there is none to ask. */
    @Nullable
    PoolMetrics metrics() {
        return pool == null ? null : pool.getMetrics().orElse(null);
    }

    /** Whether a connection is there, or may be opened now, for one who stands aside. */
    boolean isWorthAsking(@Nullable Redial redial) {
        PoolMetrics metrics = metrics();
        return redial == null || redial.isDue() || metrics != null && metrics.idleSize() > 0;
    }

    /** How many connections there can be; null where nobody knows. */
    @Nullable
    Integer most() {
        PoolMetrics metrics = metrics();
        return metrics == null ? null : metrics.getMaxAllocatedSize();
    }

    /** One more scope wants or has a connection; false where it may not wait and none is to spare. */
    boolean claim(boolean mayWait) {
        Integer most = mayWait ? null : most();
        if (most == null) {
            claims.incrementAndGet();
            return true;
        }
        return claims.getAndUpdate(n -> n < most ? n + 1 : n) < most;
    }

    void unclaim() {
        claims.decrementAndGet();
    }

    int claims() {
        return claims.get();
    }

    boolean isUnclaimed() {
        return claims.get() == 0;
    }
}
