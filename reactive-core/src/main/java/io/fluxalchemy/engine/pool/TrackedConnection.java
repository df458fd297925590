package io.fluxalchemy.engine.pool;

import io.fluxalchemy.error.ValidationTimeoutException;
import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A driver's connection in a pool of ours, with what the pool does not tell: when it was last used, and whether it is broken.
 * The pool's check before lending asks the server only after idleness; its check before taking back fails for a broken one,
 * which makes the pool destroy it.
 */
final class TrackedConnection implements Connection, Wrapped<Connection> {

    private final Connection driver;
    private final PoolSettings settings;
    private final Generations generations;
    private final KeptStatements statements = new KeptStatements();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final long openedAt = System.nanoTime();
    private volatile long lastUsed = Clock.now();
    private volatile boolean broken;

    TrackedConnection(Connection driver, PoolSettings settings, Generations generations) {
        this.driver = driver;
        this.settings = settings;
        this.generations = generations;
    }

    /** The tracked connection behind one that was lent; null in a pool that is not ours. */
    static @Nullable TrackedConnection of(Connection lent) {
        return lent instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof TrackedConnection tracked
                ? tracked
                : null;
    }

    void used() {
        lastUsed = Clock.now();
    }

    KeptStatements statements() {
        return statements;
    }

    /** Must not be lent again. */
    void breakOff() {
        broken = true;
    }

    /** Whether it was opened before a link of this database broke. */
    boolean isAgedOut() {
        return generations.isOver(openedAt);
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return Mono.defer(() -> {
            if (broken) {
                return Mono.just(false);
            }
            if (isAgedOut()) {
                return dead(null);
            }
            boolean idle = Clock.now() - lastUsed > settings.validateAfter().toNanos();
            try {
                Mono<Boolean> answer = Mono.from(driver.validate(idle ? ValidationDepth.REMOTE : depth));
                if (answer instanceof Callable<?> known) {
                    return judge(Boolean.TRUE.equals(known.call()));
                }
                return (idle ? answer.timeout(settings.validationTimeout(), silent()) : atOnce(answer))
                        .onErrorResume(this::dead)
                        .flatMap(this::judge);
            } catch (Exception e) {
                return dead(e);
            }
        });
    }

    /** A driver knows at once what it can tell without asking the server; only one that does not costs a timer. */
    private Mono<Boolean> atOnce(Mono<Boolean> local) {
        CompletableFuture<Boolean> answer = local.toFuture();
        return answer.isDone()
                ? Mono.fromFuture(answer)
                : Mono.fromFuture(answer).timeout(settings.validationTimeout(), silent());
    }

    private Mono<Boolean> silent() {
        return Mono.error(() -> new ValidationTimeoutException(settings.validationTimeout()));
    }

    private Mono<Boolean> judge(boolean alive) {
        if (alive) {
            used();
            return Mono.just(true);
        }
        return dead(null);
    }

    private Mono<Boolean> dead(@Nullable Throwable cause) {
        broken = true;
        return Mono.error(new DeadConnectionException("a pooled connection was found dead", cause));
    }

    /** A link that is gone already is closed: a driver's word about that is no failure of whoever closes. */
    @Override
    public Publisher<Void> close() {
        // a pool that is closed collects errors from inside the driver (onErrorContinue): they stop here
        return Mono.defer(() -> closed.compareAndSet(false, true) ? Mono.from(driver.close()) : Mono.empty())
                .onErrorStop()
                .onErrorComplete();
    }

    @Override
    public Connection unwrap() {
        return driver;
    }

    /** As the driver answers, which tells the pool the connection's own scheduler. */
    @Override
    public <E> @Nullable E unwrap(Class<E> target) {
        if (target.isInstance(this)) {
            return target.cast(this);
        }
        if (driver instanceof Wrapped<?> wrapped) {
            return wrapped.unwrap(target);
        }
        return target.isInstance(driver) ? target.cast(driver) : null;
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return driver.beginTransaction();
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return driver.beginTransaction(definition);
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return driver.commitTransaction();
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return driver.rollbackTransaction();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return driver.createSavepoint(name);
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return driver.releaseSavepoint(name);
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return driver.rollbackTransactionToSavepoint(name);
    }

    @Override
    public Batch createBatch() {
        return driver.createBatch();
    }

    @Override
    public Statement createStatement(String sql) {
        return driver.createStatement(sql);
    }

    @Override
    public boolean isAutoCommit() {
        return driver.isAutoCommit();
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return driver.getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return driver.getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return driver.setAutoCommit(autoCommit);
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return driver.setLockWaitTimeout(timeout);
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return driver.setStatementTimeout(timeout);
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel level) {
        return driver.setTransactionIsolationLevel(level);
    }
}
