package io.fluxalchemy.engine.pool;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.time.Duration;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRefMetadata;

/**
 * The connections we open, those used last being lent first. Each is {@linkplain TrackedConnection#check looked at} before it is
 * lent, and goes back when it is closed. No wait has a bound here: the factory bounds opening, the connection its check, and the
 * acquire itself the wait for one.
 */
final class OwnPool implements Stock {

    private final InstrumentedPool<TrackedConnection> pool;
    private final ConnectionFactoryMetadata metadata;

    private OwnPool(InstrumentedPool<TrackedConnection> pool, ConnectionFactoryMetadata metadata) {
        this.pool = pool;
        this.metadata = metadata;
    }

    static OwnPool build(TrackedFactory factory, int maxSize) {
        PoolSettings settings = factory.settings();
        Duration maxIdle = settings.maxIdleTime();
        Duration maxLife = settings.maxLifeTime();
        InstrumentedPool<TrackedConnection> pool = PoolBuilder.from(
                        // a driver may look up names, or open a database, on the thread that asks
                        factory.open().subscribeOn(Schedulers.single()))
                .sizeBetween(0, maxSize)
                .maxPendingAcquireUnbounded()
                .idleResourceReuseMruOrder()
                .evictionPredicate((connection, state) -> isOver(state, maxIdle, maxLife))
                .evictInBackground(maxIdle)
                .destroyHandler(TrackedConnection::shut)
                .buildPool();
        return new OwnPool(pool, factory.driver().getMetadata());
    }

    private static boolean isOver(PooledRefMetadata state, Duration maxIdle, Duration maxLife) {
        return state.idleTime() >= maxIdle.toMillis() || state.lifeTime() >= maxLife.toMillis();
    }

    @Override
    public Mono<Connection> take() {
        return new Mono<>() {
            @Override
            public void subscribe(CoreSubscriber<? super Connection> actual) {
                new Handover(actual).ask(pool.acquire());
            }
        };
    }

    @Override
    public PoolFigures figures() {
        InstrumentedPool.PoolMetrics metrics = pool.metrics();
        return new PoolFigures(
                metrics.acquiredSize(),
                metrics.idleSize(),
                metrics.pendingAcquireSize(),
                metrics.getMaxAllocatedSize());
    }

    @Override
    public ConnectionFactoryMetadata metadata() {
        return metadata;
    }

    /** Closes what is idle, and what is lent when it comes back. */
    Mono<Void> dispose() {
        return pool.disposeLater();
    }
}
