package io.fluxalchemy.engine.script;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One connection of a {@link ScriptedDriver}. It follows begin, commit and rollback, as a server would. */
public final class ScriptedConnection implements Connection {

    private final ScriptedDriver driver;
    private final int number;
    private volatile boolean inTransaction;
    private volatile boolean alive = true;

    ScriptedConnection(ScriptedDriver driver, int number) {
        this.driver = driver;
        this.number = number;
    }

    public int number() {
        return number;
    }

    public boolean isInTransaction() {
        return inTransaction;
    }

    boolean keepsOrder() {
        return driver.keepsOrder();
    }

    public void die() {
        alive = false;
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return control("begin", true);
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return control("begin", true);
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return control("commit", false);
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return control("rollback", false);
    }

    @Override
    public Publisher<Void> close() {
        return Flux.from(driver.answer(this, "close")).then();
    }

    @Override
    public Statement createStatement(String sql) {
        return new ScriptedStatement(Flux.from(driver.answer(this, sql)).doOnComplete(() -> follow(sql)));
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return depth == ValidationDepth.LOCAL
                ? Mono.just(true)
                : Flux.from(driver.sign(this)).then(Mono.fromSupplier(() -> alive));
    }

    /** Stops what runs, as a server would on request. */
    public Mono<Void> cancelOnServer() {
        return Flux.from(driver.answer(this, "cancel")).then();
    }

    private Mono<Void> control(String text, boolean inTransactionAfter) {
        return Flux.from(driver.answer(this, text)).then(Mono.fromRunnable(() -> inTransaction = inTransactionAfter));
    }

    private void follow(String sql) {
        if (sql.startsWith("begin") || sql.startsWith("start transaction")) {
            inTransaction = true;
        }
    }

    @Override
    public Batch createBatch() {
        throw new IllegalStateException("not scripted");
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        throw new IllegalStateException("not scripted");
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        throw new IllegalStateException("not scripted");
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        throw new IllegalStateException("not scripted");
    }

    @Override
    public boolean isAutoCommit() {
        return !inTransaction;
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return new ConnectionMetadata() {
            @Override
            public String getDatabaseProductName() {
                return "script";
            }

            @Override
            public String getDatabaseVersion() {
                return "1.0";
            }
        };
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return IsolationLevel.READ_COMMITTED;
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return Mono.empty();
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return Mono.empty();
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return Mono.empty();
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel level) {
        return Mono.empty();
    }
}
