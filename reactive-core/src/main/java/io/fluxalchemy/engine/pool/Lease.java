package io.fluxalchemy.engine.pool;

import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.engine.turn.Turn;
import io.fluxalchemy.engine.turn.Wire;
import io.r2dbc.spi.Connection;
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
    private final Connection connection;
    private final String purpose;
    private final long since = System.nanoTime();
    private final Turn turn;
    private final AtomicBoolean givenBack = new AtomicBoolean();
    private volatile boolean broken;
    private volatile boolean dirty;
    private volatile boolean outsideTurn;
    private volatile @Nullable String running;
    private volatile @Nullable Throwable failure;

    Lease(Lender lender, Connection connection, String purpose) {
        this.lender = lender;
        this.connection = connection;
        this.purpose = purpose;
        this.turn = new Turn(this, lender.limits());
    }

    /** The connection as it was lent; use it within this lease's {@link #turn()} only. */
    public Connection connection() {
        return connection;
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

    /** The link is gone, or its state cannot be known: the connection is destroyed instead of given back. */
    public void markBroken() {
        broken = true;
    }

    /** A link of this database was lost: idle connections are asked for a sign of life before they are lent. */
    public void markDisconnected() {
        broken = true;
        lender.disconnected();
    }

    /** What runs on the connection now, for messages about who holds it; null for nothing. */
    public void running(@Nullable String sql) {
        running = sql;
    }

    /** A statement failed; the first failure since {@link #recovered()} explains why later ones are refused. */
    public void failed(Throwable error) {
        if (failure == null) {
            failure = error;
        }
    }

    /** What failed was rolled back. */
    public void recovered() {
        failure = null;
    }

    public @Nullable Throwable failure() {
        return failure;
    }

    public boolean isBroken() {
        return broken;
    }

    /** Gives the connection back in order, or destroys it. Never fails; bounded by the clean-up timeout. */
    public Mono<Void> giveBack() {
        return Mono.defer(() -> {
            if (!givenBack.compareAndSet(false, true)) {
                return Mono.empty();
            }
            return (broken
                            ? destroy()
                            : putInOrder().then(Mono.defer(this::close)).onErrorResume(e -> {
                                LOG.debug("a connection could not be brought back into order and is destroyed", e);
                                return destroy();
                            }))
                    .doFinally(signal -> lender.returned(this));
        });
    }

    /** Shutdown: stops what runs and destroys the connection, whoever holds it. */
    Mono<Void> takeAway() {
        return Mono.defer(() -> {
            broken = true;
            Mono<Void> stopped = outsideTurn && canCancel() ? cancel() : Mono.empty();
            return turn.abort(true)
                    .then(stopped)
                    .timeout(cleanupTimeout())
                    .onErrorComplete()
                    .then(giveBack());
        });
    }

    long since() {
        return since;
    }

    String describe() {
        Duration age = Duration.ofNanos(System.nanoTime() - since);
        return purpose + " for " + age.toMillis() + " ms" + (running == null ? " (no statement running)" : "");
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
        return Mono.from(innermost().validate(ValidationDepth.REMOTE)).then();
    }

    @Override
    public void abandon() {
        broken = true;
    }

    private Mono<Void> putInOrder() {
        boolean open = Boolean.FALSE.equals(adapter().isIdle(connection));
        if (!open && !dirty) {
            return Mono.empty();
        }
        Mono<Void> rollback = Mono.empty();
        if (open) {
            LOG.warn("a connection came back with a transaction open, which is rolled back: was it begun by text SQL?");
            rollback = Mono.defer(() -> Mono.from(connection.rollbackTransaction()));
        }
        Mono<Void> reset = dirty ? Mono.defer(() -> adapter().reset(connection)) : Mono.empty();
        return rollback.then(reset).timeout(cleanupTimeout());
    }

    private Mono<Void> close() {
        if (connection instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof TrackedConnection tracked) {
            tracked.used();
        }
        // a driver that answers on the calling thread would run all that follows inside the pool's own release, and a
        // pool closed there takes the connection away twice: the release is over before anybody hears of it
        return Mono.fromFuture(Mono.from(connection.close()).toFuture(), true);
    }

    /** Closes the driver's connection under the pool, so that the pool finds it dead and forgets it. */
    private Mono<Void> destroy() {
        if (connection instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof TrackedConnection tracked) {
            tracked.breakOff();
        }
        Connection driver = innermost();
        Mono<Void> end = Mono.defer(() -> Mono.from(driver.close()))
                .timeout(cleanupTimeout())
                .onErrorComplete();
        return driver == connection
                ? end
                : end.then(Mono.defer(() -> Mono.from(connection.close()))
                        .timeout(cleanupTimeout())
                        .onErrorComplete());
    }

    private Connection innermost() {
        Connection innermost = connection;
        while (innermost instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof Connection inner) {
            innermost = inner;
        }
        return innermost;
    }

    private Duration cleanupTimeout() {
        return lender.settings().cleanupTimeout();
    }
}
