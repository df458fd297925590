package io.fluxalchemy.mapping.session;

import io.fluxalchemy.engine.Page;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.ToMany;
import io.fluxalchemy.mapping.model.ToOne;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.StatementOption;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A session that remembers which of its operations were subscribed; what it does is what the session does. */
final class WatchedSession implements AsyncSession {

    private final AsyncSession session;
    private final Assembled assembled;

    WatchedSession(AsyncSession session, Assembled assembled) {
        this.session = session;
        this.assembled = assembled;
    }

    @Override
    public void beforeCommit(Function<? super AsyncSession, ? extends Mono<Void>> hook) {
        session.beforeCommit(hook);
    }

    @Override
    public void afterCommit(Supplier<? extends Mono<Void>> hook) {
        session.afterCommit(hook);
    }

    @Override
    public <E> E add(E entity) {
        return session.add(entity);
    }

    @Override
    public <C extends Collection<?>> C addAll(C entities) {
        return session.addAll(entities);
    }

    @Override
    public void delete(Object entity) {
        session.delete(entity);
    }

    @Override
    public void expunge(Object entity) {
        session.expunge(entity);
    }

    @Override
    public boolean contains(Object entity) {
        return session.contains(entity);
    }

    @Override
    public <R> Mono<List<R>> all(Query<R> query) {
        return assembled.note("all", session.all(query));
    }

    @Override
    public <R> Mono<R> one(Query<R> query) {
        return assembled.note("one", session.one(query));
    }

    @Override
    public <R> Mono<R> oneOrEmpty(Query<R> query) {
        return assembled.note("oneOrEmpty", session.oneOrEmpty(query));
    }

    @Override
    public <R> Mono<R> first(Query<R> query) {
        return assembled.note("first", session.first(query));
    }

    @Override
    public <R> Flux<R> stream(Query<R> query) {
        return assembled.note("stream", session.stream(query));
    }

    @Override
    public Mono<Long> execute(Command command) {
        return assembled.note("execute", session.execute(command));
    }

    @Override
    public Mono<Long> count(Select<?> query) {
        return assembled.note("count", session.count(query));
    }

    @Override
    public Mono<Boolean> exists(Select<?> query) {
        return assembled.note("exists", session.exists(query));
    }

    @Override
    public <R> Mono<Page<R>> page(Select<R> query) {
        return assembled.note("page", session.page(query));
    }

    @Override
    public <E> Mono<E> persist(E entity) {
        return assembled.note("persist", session.persist(entity));
    }

    @Override
    public <E, K> Mono<E> get(EntityTable<E, K> table, K id) {
        return assembled.note("get", session.get(table, id));
    }

    @Override
    public <E, K> Mono<E> get(EntityTable<E, K> table, K id, StatementOption<? super E> option) {
        return assembled.note("get", session.get(table, id, option));
    }

    @Override
    public <E, K> Mono<List<E>> getAll(EntityTable<E, K> table, Collection<? extends K> ids) {
        return assembled.note("getAll", session.getAll(table, ids));
    }

    @Override
    public <O, T> Mono<T> load(O entity, ToOne<? super O, T> relation) {
        return assembled.note("load", session.load(entity, relation));
    }

    @Override
    public <O, T> Mono<List<T>> load(O entity, ToMany<? super O, T> relation) {
        return assembled.note("load", session.load(entity, relation));
    }

    @Override
    public <E> Mono<E> refresh(E entity) {
        return assembled.note("refresh", session.refresh(entity));
    }

    @Override
    public <E> Mono<E> merge(E detached) {
        return assembled.note("merge", session.merge(detached));
    }

    @Override
    public Mono<Void> flush() {
        return assembled.note("flush", session.flush());
    }

    @Override
    public <E> Flux<E> insertAll(Publisher<E> entities) {
        return assembled.note("insertAll", session.insertAll(entities));
    }

    @Override
    public <E> Flux<E> insertAll(Collection<E> entities) {
        return assembled.note("insertAll", session.insertAll(entities));
    }

    @Override
    public <E> Flux<E> copyAll(Publisher<E> entities) {
        return assembled.note("copyAll", session.copyAll(entities));
    }

    @Override
    public <T> Mono<T> nested(Function<? super AsyncSession, ? extends Mono<T>> work) {
        return assembled.note("nested", session.nested(work));
    }
}
