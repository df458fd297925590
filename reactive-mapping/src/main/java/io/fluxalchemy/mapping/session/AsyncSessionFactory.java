package io.fluxalchemy.mapping.session;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.schema.MetaData;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Opens units of work on one engine for a fixed set of entities. Thread-safe, made once; it owns no resource, the engine does.
 *
 * <p>Every publisher is cold: each subscription is a unit of work of its own. The body is given the session; code it calls finds
 * the same session in the Reactor Context, so a scope within a scope of the same factory joins it. Completing flushes and commits;
 * an error or a cancel rolls back, and the ids and versions the session had written into entities are taken back.
 */
@CheckReturnValue
public interface AsyncSessionFactory {

    /**
     * A factory for some entity classes.
     *
     * @throws io.fluxalchemy.error.MappingException if a class has no generated metamodel, or the entities do not fit together
     */
    static AsyncSessionFactory of(AsyncEngine engine, Class<?>... entities) {
        return of(engine, EntityRegistry.tables(Arrays.asList(entities)));
    }

    /** A factory for entities given by their generated tables. */
    static AsyncSessionFactory of(AsyncEngine engine, EntityTable<?, ?>... entities) {
        return of(engine, Arrays.asList(entities));
    }

    private static AsyncSessionFactory of(AsyncEngine engine, List<? extends EntityTable<?, ?>> entities) {
        return new EngineSessionFactory(engine, entities, engine.isStrict());
    }

    /** Runs a body in a transaction; its value is emitted after the commit. */
    default <T> Mono<T> transaction(Function<? super AsyncSession, ? extends Mono<T>> work) {
        return transaction(TransactionOptions.defaults(), work);
    }

    /** As {@link #transaction(Function)}; inside another scope of this factory the options of that one hold. */
    <T> Mono<T> transaction(TransactionOptions options, Function<? super AsyncSession, ? extends Mono<T>> work);

    /** As {@link #transaction(Function)} for several values; they are buffered and emitted after the commit. */
    default <T> Flux<T> transactionMany(Function<? super AsyncSession, ? extends Publisher<T>> work) {
        return transactionMany(TransactionOptions.defaults(), work);
    }

    <T> Flux<T> transactionMany(
            TransactionOptions options, Function<? super AsyncSession, ? extends Publisher<T>> work);

    /**
     * Runs a body that only reads, on one connection. Entities are not tracked: what is changed in them is never written, and
     * {@code add}, {@code delete}, {@code flush} and the like are refused.
     */
    default <T> Mono<T> read(Function<? super AsyncSession, ? extends Mono<T>> work) {
        return read(TransactionOptions.defaults().readOnly(), work);
    }

    <T> Mono<T> read(TransactionOptions options, Function<? super AsyncSession, ? extends Mono<T>> work);

    /** As {@link #read(Function)} for several values, emitted while reading, in a read-only transaction. */
    default <T> Flux<T> readMany(Function<? super AsyncSession, ? extends Publisher<T>> work) {
        return readMany(TransactionOptions.defaults().readOnly(), work);
    }

    <T> Flux<T> readMany(TransactionOptions options, Function<? super AsyncSession, ? extends Publisher<T>> work);

    /** Runs a body in a transaction and session of its own, on a second connection, whatever is open in the Context. */
    default <T> Mono<T> requiresNew(Function<? super AsyncSession, ? extends Mono<T>> work) {
        return requiresNew(TransactionOptions.defaults(), work);
    }

    <T> Mono<T> requiresNew(TransactionOptions options, Function<? super AsyncSession, ? extends Mono<T>> work);

    /**
     * Finds by id that share statements with those asked for at the same time: for many callers who each want one row, and no
     * transaction. Off unless used: {@code session.get} never shares. Make it once and keep it; {@link CoalescedFinds} has its rules.
     *
     * @throws io.fluxalchemy.error.MappingException if the entity is none of this factory
     */
    default <E, K> CoalescedFinds<E, K> coalescedFinds(EntityTable<E, K> table) {
        return coalescedFinds(TransactionOptions.defaults(), table);
    }

    /** As {@link #coalescedFinds(EntityTable)} for finds that all want these options, such as a tenant's schemas; read-only by nature. */
    <E, K> CoalescedFinds<E, K> coalescedFinds(TransactionOptions options, EntityTable<E, K> table);

    /**
     * The same factory, looking for what would be lost in silence. A read scope in which an entity was changed fails at its end, naming
     * what was changed: for that its sessions take snapshots as those that write do. A session whose body completes logs, at WARN to
     * {@code io.fluxalchemy.Session}, each operation that was assembled in it and never subscribed, with its place in the code; a
     * report and no error, since {@code switchIfEmpty(session.get(…))} may leave one rightly. Meant for tests and development; over
     * the testkit's engine every factory is like this.
     */
    AsyncSessionFactory strict();

    /** The tables of all entities, link tables included, as DDL creates them. */
    MetaData metaData();

    /** Creates the tables, sequences and indexes of all entities that do not exist yet. */
    Mono<Void> createAll();

    /** Drops the tables and sequences of all entities that exist, with their rows. */
    Mono<Void> dropAll();
}
