package io.fluxalchemy.mapping.session;

import io.fluxalchemy.CanIgnoreReturnValue;
import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.engine.SqlExecutor;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.ToMany;
import io.fluxalchemy.mapping.model.ToOne;
import io.fluxalchemy.sql.StatementOption;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A unit of work: one object per row, changes found by comparison and written by {@link #flush}, at the latest before the commit
 * and before every query. Given to the body of a scope of {@link AsyncSessionFactory} and of no use after it.
 *
 * <p>Verbs that return no publisher act in memory, at once. Publishers are cold; those subscribed at the same time wait for their
 * turn on the one connection, so {@code Mono.zip} works. In-memory verbs and entities are confined to the body's signals: not
 * thread-safe beyond that. Cancelling an operation ends its statement and leaves the session usable.
 *
 * <p>{@link #stream} emits entities that are not kept: it reads in windows, each with what its options load, and memory does not
 * grow. To change entities, read them with {@link #all}.
 */
@CheckReturnValue
public interface AsyncSession extends SqlExecutor {

    /**
     * Takes in an object to be inserted by the next flush, and with it what its relations cascade to. Returns it.
     *
     * @throws io.fluxalchemy.error.MappingException if its class is not mapped, another object of this session has its id, or
     *     another open session manages it
     */
    @CanIgnoreReturnValue
    <E> E add(E entity);

    @CanIgnoreReturnValue
    <C extends Collection<?>> C addAll(C entities);

    /** Marks an entity of this session to be deleted by the next flush. */
    void delete(Object entity);

    /** Forgets an entity, and what its relations cascade detaching to: it is neither written nor found any more. */
    void expunge(Object entity);

    /** Whether this object is of this session and not deleted. */
    boolean contains(Object entity);

    /** {@link #add} and {@link #flush} when subscribed; emits the entity with its id. */
    <E> Mono<E> persist(E entity);

    /** The entity with this id, without a statement if the session has it; empty if there is none. */
    <E, K> Mono<E> get(EntityTable<E, K> table, K id);

    /** As {@link #get(EntityTable, Object)}, with a load such as {@code selectin(AUTHOR.books)}. */
    <E, K> Mono<E> get(EntityTable<E, K> table, K id, StatementOption<? super E> option);

    /** The entities with these ids, in their order, those the session lacks with one statement; ids without a row are left out. */
    <E, K> Mono<List<E>> getAll(EntityTable<E, K> table, Collection<? extends K> ids);

    /**
     * The target of a relation, loaded if it is not, together with that of the entity's neighbours in the result it came from;
     * empty if there is none.
     */
    <O, T> Mono<T> load(O entity, ToOne<? super O, T> relation);

    /** The members of a relation, loaded as by {@link #load(Object, ToOne)}. The list is a copy. */
    <O, T> Mono<List<T>> load(O entity, ToMany<? super O, T> relation);

    /**
     * Reads the row again, and the collections that were loaded; what was changed in memory is lost.
     *
     * @throws io.fluxalchemy.error.NoRowException (as an error signal) if the row is gone
     */
    <E> Mono<E> refresh(E entity);

    /**
     * Copies the state of a detached object, and of what its relations cascade merging to, onto the entities of this session,
     * which are read or made as needed. Emits the entity of this session; the argument stays detached.
     */
    <E> Mono<E> merge(E detached);

    /** Writes what changed, in few statements; none if nothing did. */
    Mono<Void> flush();

    /**
     * Inserts objects in batches without keeping them: their ids are set, the session does not know them, and memory does not
     * grow with their number. For the same reason they keep their ids when the transaction is rolled back.
     */
    <E> Flux<E> insertAll(Publisher<E> entities);

    /**
     * As {@link #insertAll(Publisher)}, of objects that are in memory as it is: they lose their ids again when the transaction or
     * savepoint is rolled back.
     */
    <E> Flux<E> insertAll(Collection<E> entities);

    /**
     * Loads objects in bulk, 10,000 at a time, with {@code COPY} and ids drawn from the sequence: the fastest way to store many.
     * As {@link #insertAll(Publisher)}, the session does not know them afterwards, they keep their ids when the transaction is rolled
     * back, and what their relations cascade to is stored too. What it does not do: give back what the database makes of other
     * columns than ids (an attribute with a default of the database must have a value), apply a table's rules, load into tables
     * with row-level security. PostgreSQL only; elsewhere, and where it cannot be done, the error says so before a row is sent.
     */
    <E> Flux<E> copyAll(Publisher<E> entities);

    /**
     * Runs a hook when the body of the transaction has completed and was flushed, before COMMIT; what it changes is flushed too. If
     * it fails, the transaction is rolled back. Hooks run one after the other in the order they were given; one given inside
     * {@link #nested} is dropped where that is rolled back.
     *
     * @param hook gets the transaction's session, since that of a nested body has ended by then
     */
    void beforeCommit(Function<? super AsyncSession, ? extends Mono<Void>> hook);

    /**
     * Runs a hook when COMMIT was acknowledged and the connection is back in the pool, before the scope emits its value. If it
     * fails, the transaction stays committed and the scope ends with an {@code AfterCommitException}. Order and savepoints as of
     * {@link #beforeCommit}.
     */
    void afterCommit(Supplier<? extends Mono<Void>> hook);

    /**
     * Runs a body under a savepoint: flushes, then completes → flushed and released, error or cancel → rolled back to it, and what
     * was added, deleted or changed inside is as before. The body must use the session it is given.
     */
    <T> Mono<T> nested(Function<? super AsyncSession, ? extends Mono<T>> work);
}
