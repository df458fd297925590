package io.fluxalchemy.engine.pool;

import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.engine.turn.TurnLimits;
import io.fluxalchemy.error.EngineClosedException;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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

    private final Shelf ordinary;
    /** For acquires made while a connection is held; null where none are kept apart. */
    private final @Nullable Shelf reserve;

    private final List<ConnectionPool> owned;
    private final Generations generations;
    /** Null where somebody else opens the connections. */
    private final @Nullable Redial redial;

    private final DriverAdapter adapter;
    private final PoolSettings settings;
    private final TurnLimits limits;
    private final UnaryOperator<Throwable> translation;
    private final WaitingRoom waitingRoom = new WaitingRoom();
    private final Set<Lease> lent = ConcurrentHashMap.newKeySet();
    private final IdleWatch idleWatch;
    private final Cleanups cleanups = new Cleanups();
    private final Sinks.Empty<Void> allReturned = Sinks.empty();
    private volatile boolean closed;
    private volatile boolean graceIsOver;

    private Lender(
            Shelf ordinary,
            @Nullable Shelf reserve,
            List<ConnectionPool> owned,
            Generations generations,
            @Nullable Redial redial,
            DriverAdapter adapter,
            PoolSettings settings,
            TurnLimits limits,
            UnaryOperator<Throwable> translation) {
        this.ordinary = ordinary;
        this.reserve = reserve;
        this.owned = owned;
        this.generations = generations;
        this.redial = redial;
        this.adapter = adapter;
        this.settings = settings;
        this.limits = limits;
        this.translation = translation;
        this.idleWatch = new IdleWatch(lent, settings);
    }

    /** Lends from a pool of our own over a driver's factory. */
    public static Lender pooling(
            ConnectionFactory driver,
            DriverAdapter adapter,
            PoolSettings settings,
            TurnLimits limits,
            UnaryOperator<Throwable> translation) {
        Generations generations = new Generations();
        Redial redial = new Redial(translation, settings.connectTimeout());
        TrackedFactory factory = new TrackedFactory(driver, settings, generations, redial);
        List<ConnectionPool> owned = new ArrayList<>();
        int apart = settings.independentReserve();
        Shelf ordinary = shelf(factory, settings.maxSize() - apart, owned);
        Shelf reserve = apart == 0 ? null : shelf(factory, apart, owned);
        return new Lender(ordinary, reserve, owned, generations, redial, adapter, settings, limits, translation);
    }

    private static Shelf shelf(TrackedFactory factory, int size, List<ConnectionPool> owned) {
        ConnectionPool pool = Pools.build(factory, size);
        owned.add(pool);
        return new Shelf(pool, pool);
    }

    /** Lends what somebody else's pool gives. */
    public static Lender over(
            ConnectionFactory foreign,
            DriverAdapter adapter,
            PoolSettings settings,
            TurnLimits limits,
            UnaryOperator<Throwable> translation) {
        Shelf shelf = new Shelf(foreign, Pools.find(foreign));
        return new Lender(shelf, null, List.of(), new Generations(), null, adapter, settings, limits, translation);
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

    /**
     * Waits for an answer no longer than that, and at most a moment more.
     *
     * @param late the error of a wait whose time is up
     */
    public <T> Mono<T> within(Duration longest, Mono<T> answer, Supplier<? extends Throwable> late) {
        return new BoundedMono<>(answer, waitingRoom, longest, late);
    }

    /** Runs the end of a scope, which nobody may be listening to any more, so that {@link #pendingCleanup} can wait for it. */
    public Mono<Void> tracked(Mono<Void> cleanup) {
        return cleanups.tracked(cleanup);
    }

    /** Completes when the scopes that are ending now, those left behind by a cancel among them, have ended. */
    public Mono<Void> pendingCleanup() {
        return cleanups.pending();
    }

    /** The figures of the pools, ours or not; none where there is no pool to ask. */
    public List<PoolMetrics> metrics() {
        List<PoolMetrics> all = new ArrayList<>(2);
        for (Shelf shelf : shelves()) {
            PoolMetrics metrics = shelf.metrics();
            if (metrics != null) {
                all.add(metrics);
            }
        }
        return all;
    }

    /** Who holds connections now, the oldest first. */
    public List<Lease> holders() {
        return lent.stream().sorted(Comparator.comparingLong(Lease::since)).toList();
    }

    /**
     * Refuses new work, and that which waits for a server that is not there; waits for what runs or queues; then refuses what queues
     * and takes the connections away.
     */
    public Mono<Void> close(Duration grace) {
        return Mono.defer(() -> {
            closed = true;
            tellIfAllReturned();
            Mono<Void> graceful = allReturned.asMono().timeout(grace).onErrorResume(late -> {
                graceIsOver = true;
                waitingRoom.look();
                return Flux.fromIterable(lent).flatMap(Lease::takeAway).then();
            });
            Mono<Void> disposed = Flux.fromIterable(owned)
                    .flatMap(ConnectionPool::disposeLater)
                    .then();
            return graceful.then(disposed.timeout(settings.cleanupTimeout(), Mono.empty()));
        });
    }

    /** Where connections outside any reserve come from. */
    ConnectionFactory factory() {
        return ordinary.factory();
    }

    /** When connections that could not be opened are tried again; null where that is somebody else's to decide. */
    @Nullable
    Redial redial() {
        return redial;
    }

    WaitingRoom waitingRoom() {
        return waitingRoom;
    }

    DriverAdapter adapter() {
        return adapter;
    }

    public PoolSettings settings() {
        return settings;
    }

    public TurnLimits limits() {
        return limits;
    }

    Throwable translate(Throwable error) {
        return translation.apply(error);
    }

    /** Whether as many scopes wait as may. */
    boolean isCrowded() {
        return ordinary.claims() - lent.size() >= MOST_WAITING;
    }

    /** The link of this connection broke. Where it is of an older generation, that has been heard of before. */
    void disconnected(Connection connection) {
        TrackedConnection tracked = TrackedConnection.of(connection);
        if (tracked == null || !tracked.isAgedOut()) {
            generations.end();
        }
    }

    /** Where one more scope may have or wait for a connection; null where it may not wait and none is to spare. */
    @Nullable
    Shelf claim(boolean whileHolding) {
        if (ordinary.claim(!whileHolding)) {
            return ordinary;
        }
        return reserve != null && reserve.claim(false) ? reserve : null;
    }

    void unclaim(Shelf shelf) {
        shelf.unclaim();
        tellIfAllReturned();
    }

    private void tellIfAllReturned() {
        if (closed && shelves().stream().allMatch(Shelf::isUnclaimed)) {
            allReturned.tryEmitEmpty();
        }
    }

    private List<Shelf> shelves() {
        return reserve == null ? List.of(ordinary) : List.of(ordinary, reserve);
    }

    /** Whether even those who queue are refused. */
    boolean isGraceOver() {
        return graceIsOver;
    }

    @Nullable
    EngineClosedException refusal() {
        return closed ? new EngineClosedException("the engine is closed and takes no new work") : null;
    }

    /** @param waited the nanoseconds the scope has waited for it */
    Lease lend(Connection connection, Shelf shelf, String purpose, long waited) {
        Lease lease = new Lease(this, connection, shelf, purpose, waited);
        lent.add(lease);
        if (graceIsOver) {
            lease.abandon();
        }
        idleWatch.tick();
        return lease;
    }

    void returned(Lease lease) {
        if (lent.remove(lease)) {
            unclaim(lease.shelf());
        }
    }

    /** Whether every connection of a shelf is held by a stream whose rows wait for demand. */
    boolean isStalled(Shelf shelf) {
        Integer most = shelf.most();
        if (most == null) {
            return false;
        }
        List<Lease> holders =
                lent.stream().filter(lease -> lease.shelf() == shelf).toList();
        return holders.size() >= most
                && holders.stream().allMatch(lease -> lease.turn().isStalled());
    }
}
