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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.pool.PooledRef;

/**
 * A driver's connection in a pool of ours, with what the pool does not tell: when it was last used, and whether it is broken.
 * The check before lending asks the server only after idleness; a broken one leaves the pool when it comes back.
 */
final class TrackedConnection implements Connection, Wrapped<Connection> {

    private final Connection driver;
    private final PoolSettings settings;
    private final Generations generations;
    private final KeptStatements statements = new KeptStatements();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final long openedAt = System.nanoTime();
    private volatile long lastUsed = Clock.now();
    private final @Nullable Scheduler scheduler;
    private volatile @Nullable Thread ownThread;
    private volatile @Nullable PooledRef<TrackedConnection> loan;
    private volatile boolean broken;

    TrackedConnection(Connection driver, PoolSettings settings, Generations generations) {
        this.driver = driver;
        this.settings = settings;
        this.generations = generations;
        this.scheduler = unwrap(Scheduler.class);
    }

    /** The tracked connection behind one that was lent; null in a pool that is not ours. */
    static @Nullable TrackedConnection of(Connection lent) {
        return lent instanceof TrackedConnection tracked ? tracked : null;
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

    /** It was taken from the pool, and goes back there when it is closed. */
    void lent(PooledRef<TrackedConnection> ref) {
        loan = ref;
    }

    /** Where the driver runs what this connection does; null where it does not tell. */
    @Nullable
    Scheduler scheduler() {
        return scheduler;
    }

    /** Called on the thread of its {@link #scheduler()}. */
    void runsHere() {
        ownThread = Thread.currentThread();
    }

    /** Whether this is the thread its answers come on, or nobody knows which that is. */
    boolean isOnItsThread() {
        return scheduler == null || ownThread == Thread.currentThread();
    }

    /**
     * Why it cannot be lent; null where it can. Known at once unless it was idle for long, when the server is asked for a sign of
     * life, within its time. Never fails.
     */
    CompletableFuture<@Nullable DeadConnectionException> check() {
        if (broken || isAgedOut()) {
            return CompletableFuture.completedFuture(judge(false, null));
        }
        boolean idle = Clock.now() - lastUsed > settings.validateAfter().toNanos();
        return (idle ? signOfLife() : link()).handle(this::judge);
    }

    private CompletableFuture<Boolean> signOfLife() {
        return inTime(Mono.defer(() -> Mono.from(driver.validate(ValidationDepth.REMOTE))))
                .toFuture();
    }

    /** A driver knows at once what it can tell without asking the server; only one that does not costs a timer. */
    private CompletableFuture<Boolean> link() {
        CompletableFuture<Boolean> answer = Mono.defer(() -> Mono.from(driver.validate(ValidationDepth.LOCAL)))
                .toFuture();
        return answer.isDone() ? answer : inTime(Mono.fromFuture(answer)).toFuture();
    }

    private Mono<Boolean> inTime(Mono<Boolean> answer) {
        Duration longest = settings.validationTimeout();
        return answer.timeout(longest, Mono.error(() -> new ValidationTimeoutException(longest)));
    }

    private @Nullable DeadConnectionException judge(@Nullable Boolean alive, @Nullable Throwable error) {
        if (Boolean.TRUE.equals(alive)) {
            used();
            return null;
        }
        broken = true;
        return new DeadConnectionException("a pooled connection was found dead", error);
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return driver.validate(depth);
    }

    /** Gives it back to the pool it was taken from; one that is broken, or whose link is gone, leaves the pool. */
    @Override
    public Publisher<Void> close() {
        return Mono.defer(() -> {
            PooledRef<TrackedConnection> ref = loan;
            if (ref == null) {
                return shut();
            }
            boolean isGone = broken
                    || link().handle((alive, error) -> error != null || Boolean.FALSE.equals(alive))
                            .getNow(false);
            return isGone ? ref.invalidate() : ref.release();
        });
    }

    /** Closes the driver's connection. A link that is gone already is closed: a driver's word about that is no failure. */
    Mono<Void> shut() {
        return Mono.defer(() -> closed.compareAndSet(false, true) ? Mono.from(driver.close()) : Mono.empty())
                .onErrorComplete();
    }

    @Override
    public Connection unwrap() {
        return driver;
    }

    /** As the driver answers. */
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
