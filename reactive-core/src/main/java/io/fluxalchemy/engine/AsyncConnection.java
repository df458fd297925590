package io.fluxalchemy.engine;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Query;
import java.util.List;
import java.util.function.Function;
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
        return Ddl.run(this, dialect(), schema::createMissing);
    }

    /** Drops whatever of a schema exists, with all rows. */
    default Mono<Void> dropAll(MetaData schema) {
        return Ddl.run(this, dialect(), schema::dropAll);
    }

    /** Whether a transaction is open on this connection. */
    boolean inTransaction();

    /**
     * Runs a body under a savepoint: completes → released, error or cancel → rolled back to it. The body must use the connection
     * it is given; this one, used inside, fails with {@code OuterSessionInUseException}.
     *
     * @throws IllegalStateException (as an error signal) outside a transaction
     */
    <T> Mono<T> nested(Function<? super AsyncConnection, ? extends Mono<T>> work);

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
     * Rows in complete windows, for consumers that run other statements between them: between two windows no result is open.
     * Needs a transaction where the database uses a cursor for it.
     *
     * @param size rows in a window, at least 1
     */
    <R> Flux<List<R>> windows(Query<R> query, int size);

    /** The same connection, whose row readers find {@code attachment} in {@link io.fluxalchemy.sql.RowValues#attachment()}. */
    AsyncConnection attach(@Nullable Object attachment);
}
