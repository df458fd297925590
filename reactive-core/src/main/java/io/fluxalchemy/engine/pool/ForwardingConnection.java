package io.fluxalchemy.engine.pool;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A connection that is another one but for how it is checked and closed. What it is asked for is looked at when it is subscribed
 * to: a driver that looks when it is called, such as MariaDB's, would find no transaction to roll back where none has begun yet.
 */
abstract class ForwardingConnection implements Connection, Wrapped<Connection> {

    /** The connection asked. */
    abstract Connection target();

    /** As the connection below answers, which tells a pool the driver's own scheduler. */
    @Override
    public <E> @Nullable E unwrap(Class<E> wanted) {
        if (wanted.isInstance(this)) {
            return wanted.cast(this);
        }
        Connection below = unwrap();
        if (below instanceof Wrapped<?> wrapped) {
            return wrapped.unwrap(wanted);
        }
        return wanted.isInstance(below) ? wanted.cast(below) : null;
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return Mono.defer(() -> Mono.from(target().beginTransaction()));
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return Mono.defer(() -> Mono.from(target().beginTransaction(definition)));
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return Mono.defer(() -> Mono.from(target().commitTransaction()));
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return Mono.defer(() -> Mono.from(target().rollbackTransaction()));
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return Mono.defer(() -> Mono.from(target().createSavepoint(name)));
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return Mono.defer(() -> Mono.from(target().releaseSavepoint(name)));
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return Mono.defer(() -> Mono.from(target().rollbackTransactionToSavepoint(name)));
    }

    @Override
    public Batch createBatch() {
        return target().createBatch();
    }

    @Override
    public Statement createStatement(String sql) {
        return target().createStatement(sql);
    }

    @Override
    public boolean isAutoCommit() {
        return target().isAutoCommit();
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return target().getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return target().getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return Mono.defer(() -> Mono.from(target().setAutoCommit(autoCommit)));
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return Mono.defer(() -> Mono.from(target().setLockWaitTimeout(timeout)));
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return Mono.defer(() -> Mono.from(target().setStatementTimeout(timeout)));
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel level) {
        return Mono.defer(() -> Mono.from(target().setTransactionIsolationLevel(level)));
    }
}
