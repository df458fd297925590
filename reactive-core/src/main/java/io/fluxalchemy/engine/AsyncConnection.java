package io.fluxalchemy.engine;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.SchemaMap;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Query;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One connection, lent to the body of a scope of {@link AsyncEngine} and of no use after it. Operations subscribed at the same
 * time queue for their turn and run one after the other, so {@code Mono.zip} works; an operation subscribed while a stream of
 * this connection is open fails with {@code StreamOpenException} instead of hanging.
 */
@CheckReturnValue
public interface AsyncConnection extends SqlExecutor {

    Dialect dialect();

    /**
     * Creates the tables, indexes, sequences and types of a schema that do not exist yet, in an order the database takes. What is
     * there already is left as it is. One statement after the other; on PostgreSQL a transaction around them undoes all of
     * them, H2 and MariaDB commit each.
     */
    default Mono<Void> createAll(MetaData schema) {
        return Ddl.run(this, dialect(), schemas(), schema::createMissing);
    }

    /** Drops whatever of a schema exists, with all rows. */
    default Mono<Void> dropAll(MetaData schema) {
        return Ddl.run(this, dialect(), schemas(), schema::dropAll);
    }

    /** Which schemas stand for those that tables name, in what runs on this connection. */
    default SchemaMap schemas() {
        return SchemaMap.NONE;
    }

    /**
     * The same connection, on which these schemas stand for those that tables name, beside and before those of {@link #schemas()}: for
     * one statement, or for some. A table of a named schema that none stands for is an error, and nothing is sent.
     */
    AsyncConnection in(SchemaMap schemas);

    /** Whether what runs on this connection is part of a transaction. */
    boolean inTransaction();

    /**
     * Runs a body under a savepoint: completes → released, error or cancel → rolled back to it. The body must use the connection
     * it is given; this one, used inside, fails with {@code OuterSessionInUseException}.
     *
     * @throws IllegalStateException (as an error signal) outside a transaction
     */
    <T> Mono<T> nested(Function<? super AsyncConnection, ? extends Mono<T>> work);

    /**
     * Runs a hook when the body of the transaction has completed, before COMMIT; if it fails, the transaction is rolled back. Hooks
     * run one after the other in the order they were given; one given inside {@link #nested} is dropped where that is rolled back.
     *
     * @param hook gets the transaction's connection, since that of a nested body has ended by then
     * @throws IllegalStateException outside a transaction
     */
    void beforeCommit(Function<? super AsyncConnection, ? extends Mono<Void>> hook);

    /**
     * Runs a hook when COMMIT was acknowledged and the connection is back in the pool, before the scope emits its value. What it
     * does is no part of the transaction. If it fails, the transaction stays committed and the scope ends with an
     * {@code AfterCommitException}. Not interrupted by a cancel of the scope. Order and savepoints as of {@link #beforeCommit}.
     *
     * @throws IllegalStateException outside a transaction
     */
    void afterCommit(Supplier<? extends Mono<Void>> hook);

    /**
     * Holds the turn for several statements that must not be interleaved with others. The body must use the connection it is
     * given; others wait until its Mono ends.
     */
    <T> Mono<T> exclusively(Function<? super AsyncConnection, ? extends Mono<T>> work);

    /**
     * Runs a batch in as few statements as the dialect allows, one after the other in one turn. Where it takes several and no
     * transaction is open, one is begun and lasts until the scope ends, so that the batch is all or nothing.
     */
    Mono<BatchResult> write(Batch batch);

    /**
     * Loads the rows of an insert in bulk, as {@code COPY} does: faster than {@link #write} for many rows. Of what the database makes
     * it gives back the values of one identity column only, drawn from its sequence before; a column with a default must be given a
     * value or be left out for all rows. Rules of the table do not apply, triggers and constraints do, and a table with row-level
     * security takes no bulk load. All rows of one call are loaded, or none.
     *
     * @return fails with {@link io.fluxalchemy.error.StatementException} where the database has no bulk load
     */
    Mono<BatchResult> copy(Batch.Insert rows);

    /**
     * Rows in complete windows, for consumers that run other statements between them: between two windows no result is open.
     * Needs a transaction where the database uses a cursor for it.
     *
     * @param size rows in a window, at least 1
     */
    <R> Flux<List<R>> windows(Query<R> query, int size);

    /** The same connection, whose row readers find {@code attachment} in {@link io.fluxalchemy.sql.RowValues#attachment()}. */
    AsyncConnection attach(@Nullable Object attachment);
}
