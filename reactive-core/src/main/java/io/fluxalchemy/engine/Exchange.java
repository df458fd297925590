package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.BoundSql;
import io.fluxalchemy.compiler.CompiledSql.Effect;
import io.fluxalchemy.engine.pool.Lease;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.error.TransactionAbortedException;
import io.fluxalchemy.error.TransactionTimeoutException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.util.context.ContextView;

/** One run of one statement: when it started, how many rows it saw, how it ended. */
final class Exchange {

    private final EngineCore core;
    private final Lease lease;
    private final BoundSql bound;
    private final ContextView context;
    private final boolean isReadOnly;
    private final Connection connection;
    private final long startedAt = System.nanoTime();
    private final AtomicBoolean observed = new AtomicBoolean();
    private long rows;
    private @Nullable RuntimeException failure;
    private @Nullable Statement reusable;

    Exchange(EngineCore core, Lease lease, boolean isReadOnly, BoundSql bound, ContextView context) {
        this.core = core;
        this.lease = lease;
        this.isReadOnly = isReadOnly;
        this.bound = bound;
        this.context = context;
        this.connection = lease.connection();
        lease.running(bound.text());
    }

    /** A statement to bind all its values to; it may have run before. */
    Statement statement() {
        return lease.statement(bound.text());
    }

    /** The statement may run again if this run ends regularly. */
    void keep(Statement statement) {
        reusable = statement;
    }

    void completed() {
        Statement statement = reusable;
        if (statement != null) {
            lease.keep(connection, bound.text(), statement, bound.parameters().size());
        }
    }

    void countRow() {
        rows++;
    }

    void countRows(long written) {
        rows += written;
    }

    long rows() {
        return rows;
    }

    /** Why a row could not be read; null where all could. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    void failed(RuntimeException error) {
        failure = error;
    }

    Throwable translate(Throwable error) {
        if (failure != null && Exceptions.unwrap(failure) == Exceptions.unwrap(error)) {
            // what a row's reader has thrown is the reader's, whatever its class
            return error;
        }
        Throwable translated = core.errors().translate(error, bound.text());
        if (translated instanceof DatabaseException database) {
            Eviction.after(database.kind(), isWriter()).on(lease);
            if (database.kind() == ErrorKind.TRANSACTION_TIMEOUT) {
                return new TransactionTimeoutException(
                        "the server ended the transaction, which was open longer than it may be", database);
            }
            if (database.kind() == ErrorKind.TRANSACTION_ABORTED && lease.failure() != null) {
                return new TransactionAbortedException(
                        database.sqlState(),
                        database.vendorCode(),
                        bound.text(),
                        Objects.requireNonNullElse(database.getCause(), database),
                        lease.failure());
            }
            if (database.kind() == ErrorKind.TRANSACTION_ABORTED) {
                // nothing failed that was heard of: a driver has prepared a stale statement anew, behind our back and
                // in vain
                lease.markUnfit();
                translated = DatabaseException.of(
                        ErrorKind.STALE_PLAN,
                        database.sqlState(),
                        database.vendorCode(),
                        bound.text(),
                        Objects.requireNonNullElse(database.getCause(), database));
            }
            lease.failed(database);
            if (core.dialect().endsTransaction(database.kind())) {
                lease.transactionEnded(database);
            }
        }
        return translated;
    }

    private boolean isWriter() {
        return !isReadOnly && bound.compiled().effect() != Effect.READ;
    }

    void ended() {
        lease.running(null);
    }

    void observe(@Nullable Throwable error) {
        if (observed.compareAndSet(false, true)) {
            core.observer().statement(bound, rows, startedAt, error, context);
        }
    }
}
