package io.fluxalchemy.testkit.faults;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.reactivestreams.Publisher;

/** A connection of a {@link FaultyDriver}. */
final class FaultyConnection implements Connection, Wrapped<Connection> {

    private final FaultyDriver driver;
    private final Connection real;

    FaultyConnection(FaultyDriver driver, Connection real) {
        this.driver = driver;
        this.real = real;
    }

    @Override
    public Connection unwrap() {
        return real;
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return driver.one("begin", DriverStep.BEGIN, real::beginTransaction);
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return driver.one("begin", DriverStep.BEGIN, () -> real.beginTransaction(definition));
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return driver.one("commit", DriverStep.COMMIT, real::commitTransaction);
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return driver.one("rollback", DriverStep.ROLLBACK, real::rollbackTransaction);
    }

    @Override
    public Publisher<Void> close() {
        return driver.one("close", DriverStep.CLOSE, real::close);
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return driver.one("setAutoCommit", DriverStep.SET_AUTO_COMMIT, () -> real.setAutoCommit(autoCommit));
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return driver.one("validate", DriverStep.VALIDATE, () -> real.validate(depth));
    }

    @Override
    public Statement createStatement(String sql) {
        return new FaultyStatement(driver, sql, real.createStatement(sql));
    }

    @Override
    public Batch createBatch() {
        return real.createBatch();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return driver.one("savepoint", DriverStep.EXECUTE, () -> real.createSavepoint(name));
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return driver.one("release savepoint", DriverStep.EXECUTE, () -> real.releaseSavepoint(name));
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return driver.one("rollback to savepoint", DriverStep.EXECUTE, () -> real.rollbackTransactionToSavepoint(name));
    }

    @Override
    public boolean isAutoCommit() {
        return real.isAutoCommit();
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return real.getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return real.getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return real.setLockWaitTimeout(timeout);
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return real.setStatementTimeout(timeout);
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel level) {
        return real.setTransactionIsolationLevel(level);
    }
}
