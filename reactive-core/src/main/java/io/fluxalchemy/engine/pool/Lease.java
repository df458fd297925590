package io.fluxalchemy.engine.pool;

import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.engine.turn.Turn;
import io.fluxalchemy.engine.turn.Wire;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * One lending of one connection: who has it, whose turn it is on it, and in what state it goes back. It goes back to the pool
 * only if the driver does not say that a transaction is open, no exchange is left, and what could have changed session settings
 * was undone; else it is destroyed. Giving back twice does nothing.
 */
public final class Lease implements Wire {

    private static final Logger LOG = LoggerFactory.getLogger("io.fluxalchemy.Pool");

    private final Lender lender;
    private final Shelf shelf;
    private final String purpose;
    private final long waited;
    private final long since = System.nanoTime();
    private final Turn turn;
    private final AtomicBoolean givenBack = new AtomicBoolean();
    private final AtomicBoolean warned = new AtomicBoolean();
    private volatile Connection connection;
    /** Whether there is a connection to give back: none is while it is being replaced. */
    private final AtomicBoolean held = new AtomicBoolean(true);

    private volatile boolean broken;
    private volatile boolean abandoned;
    private volatile boolean unfit;
    private volatile boolean dirty;
    private volatile boolean outsideTurn;
    private volatile boolean inTransaction;
    private volatile @Nullable Mono<Void> restoring;
    private volatile @Nullable String running;
    private volatile long lastRun = since;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable Throwable transactionEnd;

    Lease(Lender lender, Connection connection, Shelf shelf, String purpose, long waited) {
        this.waited = waited;
        this.lender = lender;
        this.connection = connection;
        this.shelf = shelf;
        this.purpose = purpose;
        this.dirty = lender.settings().resetAlways();
        this.turn = new Turn(this, lender.limits());
    }

    /** The connection as it was lent; use it within this lease's {@link #turn()} only. */
    public Connection connection() {
        return connection;
    }

    /** A statement of this connection with this text: one that was {@linkplain #keep kept}, else a new one. */
    public Statement statement(String sql) {
        Connection own = connection;
        TrackedConnection tracked = adapter().reusesStatements() ? TrackedConnection.of(own) : null;
        Statement kept = tracked == null ? null : tracked.statements().take(sql);
        return kept == null ? own.createStatement(sql) : kept;
    }

    /**
     * A statement has run to its end and may run again, with all its values bound anew.
     *
     * @param own the connection it is of
     * @param values how many it ran with, which it forgets
     */
    public void keep(Connection own, String sql, Statement statement, int values) {
        TrackedConnection tracked = adapter().reusesStatements() ? TrackedConnection.of(own) : null;
        if (tracked != null) {
            tracked.statements().keep(sql, statement, values);
        }
    }

    public DriverAdapter adapter() {
        return lender.adapter();
    }

    public Turn turn() {
        return turn;
    }

    /** Something ran that may have changed session settings: they are reset before anybody else has the connection. */
    public void markDirty() {
        dirty = true;
    }

    /** Whoever has this lease runs what it likes, without the turn: nothing is known of its state or of what still runs. */
    void leaveTheTurn() {
        dirty = true;
        outsideTurn = true;
    }

    /** Session settings were changed in a way that this undoes; it runs before anybody else has the connection. */
    public void restoreWith(Mono<Void> undoing) {
        restoring = undoing;
    }

    /** The connection may serve this lending to its end, and then nobody else. */
    public void markUnfit() {
        unfit = true;
    }

    /** The link is gone, or its state cannot be known: nothing more is sent, and the connection is destroyed. */
    public void markBroken() {
        broken = true;
    }

    /** The link is gone, and with it perhaps the server: as broken, and connections opened before now are not lent again. */
    public void markDisconnected() {
        broken = true;
        lender.disconnected(connection);
    }

    /** The server is no longer what it was: as unfit, and connections opened before now are not lent again. */
    public void markDemoted() {
        unfit = true;
        lender.disconnected(connection);
    }

    /** Whether a transaction is open, for the warning about those in which nothing runs. */
    public void inTransaction(boolean open) {
        inTransaction = open;
    }

    /** What runs on the connection now, for messages about who holds it; null for nothing. */
    public void running(@Nullable String sql) {
        running = sql;
        lastRun = System.nanoTime();
    }

    /** A statement failed; the first failure since {@link #recovered()} explains why later ones are refused. */
    public void failed(Throwable error) {
        if (failure == null) {
            failure = error;
        }
    }

    /** The server has ended the transaction, with this error; what is sent from here on would be stored by itself. */
    public void transactionEnded(Throwable error) {
        if (transactionEnd == null && inTransaction) {
            transactionEnd = error;
        }
    }

    /** Why the server has ended the transaction; null where it has not. */
    public @Nullable Throwable transactionEnd() {
        return transactionEnd;
    }

    /** What failed was rolled back. */
    public void recovered() {
        failure = null;
    }

    public @Nullable Throwable failure() {
        return failure;
    }

    /** Whether nothing can be sent any more. */
    public boolean isBroken() {
        return broken || abandoned;
    }

    /** What holds the connection: the kind of scope. */
    public String purpose() {
        return purpose;
    }

    /** How long it has been lent. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** The statement that runs on it now, without values; null for none. */
    public @Nullable String statement() {
        return running;
    }

    /** What the wait for this connection has left of the bound of an acquire, in nanoseconds. */
    public long leftToAcquire() {
        return lender.settings().acquireTimeout().toNanos() - waited;
    }

    /**
     * Takes another connection in place of one whose link was lost before it did anything that counts. The place in the pool is
     * kept. Fails as an acquire does.
     *
     * @param longest the nanoseconds it may take
     */
    public Mono<Void> renew(long longest) {
        return Mono.defer(() -> {
                    broken = true;
                    return held.compareAndSet(true, false) ? uncancelled(destroy(connection)) : Mono.empty();
                })
                .then(Acquisition.replacing(lender, shelf, this, longest))
                .then();
    }

    /** Gives the connection back in order, or destroys it. Never fails; bounded by the clean-up timeout. */
    public Mono<Void> giveBack() {
        return new GivingBack(this);
    }

    /** Whether it had not been given back before. */
    boolean beginGivingBack() {
        return givenBack.compareAndSet(false, true);
    }

    /** What it takes to part with the connection; nothing where there is none. */
    Mono<Void> parting() {
        return held.compareAndSet(true, false) ? giveBack(connection) : Mono.empty();
    }

    /** The connection is back, or gone. */
    void parted() {
        lender.returned(this);
    }

    /** Shutdown: stops what runs and destroys the connection, whoever holds it. */
    Mono<Void> takeAway() {
        return Mono.defer(() -> {
            abandon();
            Mono<Void> stopped = outsideTurn && canCancel() ? cancel() : Mono.empty();
            return turn.abort(true)
                    .then(stopped)
                    .timeout(cleanupTimeout())
                    .onErrorComplete()
                    .then(giveBack());
        });
    }

    /** The connection that replaces another; null where the lending has ended meanwhile, so that nobody would give it back. */
    @Nullable
    Lease takeUp(Connection fresh) {
        connection = fresh;
        broken = false;
        unfit = false;
        held.set(true);
        return givenBack.get() && held.compareAndSet(true, false) ? null : this;
    }

    Shelf shelf() {
        return shelf;
    }

    long since() {
        return since;
    }

    boolean isIdleInTransaction(long now, long longerThanNanos) {
        return inTransaction && running == null && now - lastRun > longerThanNanos;
    }

    boolean warnOnce() {
        return warned.compareAndSet(false, true);
    }

    String describe() {
        return purpose + " for " + age().toMillis() + " ms" + (running == null ? " (no statement running)" : "");
    }

    @Override
    public boolean endsOnCancel() {
        return lender.adapter().endsOnCancel();
    }

    @Override
    public boolean canCancel() {
        return lender.adapter().canCancel();
    }

    @Override
    public Mono<Void> cancel() {
        return lender.adapter().cancel(connection);
    }

    @Override
    public Mono<Void> fence() {
        return Mono.from(innermost(connection).validate(ValidationDepth.REMOTE)).then();
    }

    @Override
    public void abandon() {
        abandoned = true;
    }

    private Mono<Void> giveBack(Connection own) {
        TrackedConnection tracked = TrackedConnection.of(own);
        if (isBroken() || unfit || (tracked != null && tracked.isAgedOut())) {
            return destroy(own);
        }
        boolean open = Boolean.FALSE.equals(adapter().isIdle(own));
        boolean inOrder = !open && !dirty && restoring == null;
        return (inOrder ? close(own) : putInOrder(own, open).then(Mono.defer(() -> close(own)))).onErrorResume(e -> {
            LOG.debug("a connection could not be brought back into order and is destroyed", e);
            return destroy(own);
        });
    }

    private Mono<Void> putInOrder(Connection own, boolean open) {
        Mono<Void> undoing = restoring;
        Mono<Void> order = Mono.empty();
        if (open) {
            LOG.warn("a connection came back with a transaction open, which is rolled back: was it begun by text SQL?");
            order = Mono.defer(() -> Mono.from(own.rollbackTransaction()));
        }
        if (undoing != null) {
            order = order.then(undoing);
        }
        if (dirty) {
            order = order.then(Mono.defer(() -> adapter().reset(own)));
        }
        return order.timeout(cleanupTimeout());
    }

    private static Mono<Void> close(Connection own) {
        TrackedConnection tracked = TrackedConnection.of(own);
        if (tracked != null) {
            tracked.used();
        }
        return Mono.from(own.close());
    }

    private static Mono<Void> uncancelled(Mono<Void> end) {
        return Mono.fromFuture(end.toFuture(), true);
    }

    /** Closes the driver's connection under the pool, so that the pool finds it dead and forgets it. */
    private Mono<Void> destroy(Connection own) {
        TrackedConnection tracked = TrackedConnection.of(own);
        if (tracked != null) {
            tracked.breakOff();
        }
        Connection driver = innermost(own);
        Mono<Void> end = Mono.defer(() -> Mono.from(driver.close()))
                .timeout(cleanupTimeout())
                .onErrorComplete();
        return driver == own
                ? end
                : end.then(Mono.defer(() -> Mono.from(own.close()))
                        .timeout(cleanupTimeout())
                        .onErrorComplete());
    }

    private static Connection innermost(Connection own) {
        Connection innermost = own;
        while (innermost instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof Connection inner) {
            innermost = inner;
        }
        return innermost;
    }

    private Duration cleanupTimeout() {
        return lender.settings().cleanupTimeout();
    }
}
