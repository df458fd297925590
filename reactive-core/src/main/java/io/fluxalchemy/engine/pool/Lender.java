package io.fluxalchemy.engine.pool;

import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.engine.turn.TurnLimits;
import io.fluxalchemy.error.EngineClosedException;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lends the connections of one database. Every acquire is a one-shot operator of ours: a connection that was delivered is never
 * taken back by a late cancel, and one that arrives too late goes back unused. Thread-safe.
 */
public final class Lender {

    /** Scopes that may wait at once; a pool looks through those who wait when one of them gives up. */
    static final int MOST_WAITING = 10_000;

    private final ConnectionFactory factory;
    private final @Nullable ConnectionPool pool;
    private final boolean owned;
    private final DriverAdapter adapter;
    private final PoolSettings settings;
    private final TurnLimits limits;
    private final UnaryOperator<Throwable> translation;
    private final Disconnects disconnects;
    private final WaitingRoom waitingRoom = new WaitingRoom();
    private final Set<Lease> lent = ConcurrentHashMap.newKeySet();
    private final Set<Sinks.Empty<Void>> cleanups = ConcurrentHashMap.newKeySet();
    private final AtomicInteger claims = new AtomicInteger();
    private final Sinks.Empty<Void> allReturned = Sinks.empty();
    private volatile boolean closed;

    private Lender(
            ConnectionFactory factory,
            @Nullable ConnectionPool pool,
            boolean owned,
            Disconnects disconnects,
            DriverAdapter adapter,
            PoolSettings settings,
            TurnLimits limits,
            UnaryOperator<Throwable> translation) {
        this.factory = factory;
        this.pool = pool;
        this.owned = owned;
        this.disconnects = disconnects;
        this.adapter = adapter;
        this.settings = settings;
        this.limits = limits;
        this.translation = translation;
    }

    /** Lends from a pool of our own over a driver's factory. */
    public static Lender pooling(
            ConnectionFactory driver,
            DriverAdapter adapter,
            PoolSettings settings,
            TurnLimits limits,
            UnaryOperator<Throwable> translation) {
        Disconnects disconnects = new Disconnects();
        ConnectionPool pool = Pools.build(driver, settings, disconnects);
        return new Lender(pool, pool, true, disconnects, adapter, settings, limits, translation);
    }

    /** Lends what somebody else's pool gives. */
    public static Lender over(
            ConnectionFactory foreign,
            DriverAdapter adapter,
            PoolSettings settings,
            TurnLimits limits,
            UnaryOperator<Throwable> translation) {
        return new Lender(
                foreign, Pools.find(foreign), false, new Disconnects(), adapter, settings, limits, translation);
    }

    /** Whether a factory is a pool already, so that no second one must be built over it. */
    public static boolean isPool(ConnectionFactory factory) {
        return Pools.find(factory) != null;
    }

    /**
     * A connection for one scope.
     *
     * @param purpose how messages name the scope
     * @param whileHolding whether the caller holds a connection of this lender: then there is no waiting, since the one waited for
     *     might be the caller's own
     */
    public Mono<Lease> acquire(String purpose, boolean whileHolding) {
        return new Acquisition(this, purpose, whileHolding);
    }

    /** A factory of connections lent without a scope: whoever takes one closes it. */
    public ConnectionFactory lendingFactory() {
        return new LendingFactory(this);
    }

    /** Runs the end of a scope, which nobody may be listening to any more, so that {@link #pendingCleanup} can wait for it. */
    public Mono<Void> tracked(Mono<Void> cleanup) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> over = Sinks.empty();
            cleanups.add(over);
            return cleanup.doFinally(signal -> {
                cleanups.remove(over);
                over.tryEmitEmpty();
            });
        });
    }

    /** Completes when the scopes that are ending now, those left behind by a cancel among them, have ended. */
    public Mono<Void> pendingCleanup() {
        return Mono.defer(() -> Flux.fromIterable(List.copyOf(cleanups))
                .flatMap(Sinks.Empty::asMono)
                .then());
    }

    /** The pool's figures, ours or not; null where there is no pool to ask. */
    public @Nullable PoolMetrics metrics() {
        return pool == null ? null : pool.getMetrics().orElse(null);
    }

    /** Refuses new work, waits for what runs, then takes the connections away. */
    public Mono<Void> close(Duration grace) {
        return Mono.defer(() -> {
            closed = true;
            if (claims.get() == 0) {
                allReturned.tryEmitEmpty();
            }
            Mono<Void> graceful = allReturned
                    .asMono()
                    .timeout(grace)
                    .onErrorResume(late ->
                            Flux.fromIterable(lent).flatMap(Lease::takeAway).then());
            return graceful.then(owned && pool != null ? pool.disposeLater() : Mono.empty());
        });
    }

    WaitingRoom waitingRoom() {
        return waitingRoom;
    }

    ConnectionFactory factory() {
        return factory;
    }

    DriverAdapter adapter() {
        return adapter;
    }

    PoolSettings settings() {
        return settings;
    }

    TurnLimits limits() {
        return limits;
    }

    Throwable translate(Throwable error) {
        return translation.apply(error);
    }

    void disconnected() {
        disconnects.seen();
    }

    /** Whether as many scopes wait as may. */
    boolean isCrowded() {
        return claims.get() - lent.size() >= MOST_WAITING;
    }

    /** One more scope wants or has a connection; false where it may not wait and none is to spare. */
    boolean claim(boolean whileHolding) {
        Integer most = whileHolding ? mostConnections() : null;
        if (most == null) {
            claims.incrementAndGet();
            return true;
        }
        int before = claims.getAndUpdate(n -> n < most ? n + 1 : n);
        return before < most;
    }

    void unclaim() {
        if (claims.decrementAndGet() == 0 && closed) {
            allReturned.tryEmitEmpty();
        }
    }

    @Nullable
    EngineClosedException refusal() {
        return closed ? new EngineClosedException("the engine is closed and takes no new work") : null;
    }

    Lease lend(Connection connection, String purpose) {
        Lease lease = new Lease(this, connection, purpose);
        lent.add(lease);
        return lease;
    }

    void returned(Lease lease) {
        if (lent.remove(lease)) {
            unclaim();
        }
    }

    /** Who holds connections now, the oldest first. */
    List<Lease> holders() {
        return lent.stream().sorted(Comparator.comparingLong(Lease::since)).toList();
    }

    /** Whether every connection is held by a stream whose rows wait for demand. */
    boolean isStalled() {
        Integer most = mostConnections();
        return most != null
                && lent.size() >= most
                && lent.stream().allMatch(lease -> lease.turn().isStalled());
    }

    private @Nullable Integer mostConnections() {
        if (owned) {
            return settings.maxSize();
        }
        PoolMetrics metrics = metrics();
        return metrics == null ? null : metrics.getMaxAllocatedSize();
    }
}
