package io.fluxalchemy.mapping.session;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.Page;
import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.error.NoRowException;
import io.fluxalchemy.error.TooManyRowsException;
import io.fluxalchemy.mapping.load.EntityLoader;
import io.fluxalchemy.mapping.model.Cascade;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.Relation;
import io.fluxalchemy.mapping.model.ToMany;
import io.fluxalchemy.mapping.model.ToOne;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.mapping.state.EntityEntry.Status;
import io.fluxalchemy.schema.SchemaMap;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.StatementOption;
import io.fluxalchemy.sql.tree.SelectTree;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** One handle of a unit of work: the session of a scope's body, or the one that a savepoint's body is given. */
final class SessionHandle implements AsyncSession {

    private static final int WINDOW = 1_000;

    /** The end of a session with nothing to write; known by its identity. */
    private static final Mono<Void> NOTHING = Mono.empty();

    private final SessionScope scope;
    private final AsyncConnection connection;
    private final Object contextKey;
    private final UnitSpan span;
    private final SessionFinds finds;

    SessionHandle(SessionScope scope, AsyncConnection connection, Object contextKey, UnitSpan span) {
        this.scope = scope;
        this.connection = connection;
        this.contextKey = contextKey;
        this.span = span;
        this.finds = new SessionFinds(this, scope);
    }

    SessionScope scope() {
        return scope;
    }

    @Override
    public <E> E add(E entity) {
        scope.requireWritable("add");
        if (entity instanceof EntityReference) {
            throw new MappingException("session.add(" + entity + "): this only stands for a row that is not loaded");
        }
        scope.map().add(scope.mapping().modelOf(entity), entity);
        return entity;
    }

    @Override
    public <C extends Collection<?>> C addAll(C entities) {
        entities.forEach(this::add);
        return entities;
    }

    @Override
    public void delete(Object entity) {
        scope.requireWritable("delete");
        scope.map().delete(scope.managed(entity, "delete"));
    }

    @Override
    public void expunge(Object entity) {
        scope.requireOpen();
        for (Object reached : new EntityReach(scope.mapping(), Cascade.DETACH).from(entity)) {
            EntityEntry<?> entry = scope.map().entry(reached);
            if (entry != null) {
                scope.map().expunge(entry);
            }
        }
    }

    @Override
    public boolean contains(Object entity) {
        scope.requireOpen();
        EntityEntry<?> entry = scope.map().entry(entity);
        return entry != null && entry.status() != Status.DELETED;
    }

    @Override
    public <E> Mono<E> persist(E entity) {
        return Mono.defer(() -> {
                    add(entity);
                    return flush();
                })
                .then(Mono.just(entity));
    }

    @Override
    public Mono<Void> flush() {
        return Mono.defer(() -> {
            scope.requireWritable("flush");
            return connection.exclusively(this::settle);
        });
    }

    /** Which schemas its entities are rows of. */
    SchemaMap schemas() {
        return connection.schemas();
    }

    @Override
    public <R> Mono<List<R>> all(Query<R> query) {
        return query(EntityLoader.hasLoads(query), own -> scope.loader().all(own, query));
    }

    @Override
    public <R> Mono<R> one(Query<R> query) {
        return EntityLoader.hasLoads(query)
                ? all(atMost(query, 2))
                        .flatMap(rows -> rows.isEmpty()
                                ? Mono.error(new NoRowException("one(…) found no row; oneOrEmpty(…) allows that"))
                                : only(rows))
                : query(false, own -> scope.loader().one(own, query));
    }

    @Override
    public <R> Mono<R> oneOrEmpty(Query<R> query) {
        return EntityLoader.hasLoads(query)
                ? all(atMost(query, 2)).flatMap(rows -> rows.isEmpty() ? Mono.empty() : only(rows))
                : query(false, own -> scope.loader().oneOrEmpty(own, query));
    }

    @Override
    public <R> Mono<R> first(Query<R> query) {
        return EntityLoader.hasLoads(query)
                ? all(atMost(query, 1)).flatMap(rows -> rows.isEmpty() ? Mono.empty() : Mono.justOrEmpty(rows.get(0)))
                : query(false, own -> scope.loader().first(own, query));
    }

    private static <R> Mono<R> only(List<R> rows) {
        return rows.size() == 1
                ? Mono.justOrEmpty(rows.get(0))
                : Mono.error(new TooManyRowsException(
                        "one row was asked for and the query found more; say first(…) or limit(1)"));
    }

    /** The same query cut off, unless it cuts itself off or is no plain select. */
    private static <R> Query<R> atMost(Query<R> query, int rows) {
        return query instanceof Select<R> select && select.tree() instanceof SelectTree tree && tree.limit() == null
                ? select.limit(rows)
                : query;
    }

    @Override
    public <R> Flux<R> stream(Query<R> query) {
        return Flux.defer(() -> {
            scope.requireOpen();
            Flux<R> rows = scope.loader().stream(connection, query, WINDOW);
            return scope.isReadOnly()
                    ? rows
                    : connection.exclusively(this::settle).thenMany(rows);
        });
    }

    @Override
    public Mono<Long> execute(Command command) {
        return query(false, own -> own.execute(command));
    }

    @Override
    public Mono<Long> count(Select<?> query) {
        return query(false, own -> own.count(query));
    }

    @Override
    public Mono<Boolean> exists(Select<?> query) {
        return query(false, own -> own.exists(query));
    }

    @Override
    public <R> Mono<Page<R>> page(Select<R> query) {
        return query(EntityLoader.hasLoads(query), own -> scope.loader().page(own, query));
    }

    @Override
    public <E, K> Mono<E> get(EntityTable<E, K> table, K id) {
        return finds.get(table, id);
    }

    @Override
    public <E, K> Mono<E> get(EntityTable<E, K> table, K id, StatementOption<? super E> option) {
        return finds.get(table, id, option);
    }

    @Override
    public <E, K> Mono<List<E>> getAll(EntityTable<E, K> table, Collection<? extends K> ids) {
        return finds.getAll(table, ids);
    }

    @Override
    public <O, T> Mono<T> load(O entity, ToOne<? super O, T> relation) {
        return loaded(entity, relation)
                .then(Mono.defer(() ->
                        Mono.justOrEmpty(targets(entity, relation).stream().findFirst())));
    }

    @Override
    public <O, T> Mono<List<T>> load(O entity, ToMany<? super O, T> relation) {
        return loaded(entity, relation).then(Mono.fromSupplier(() -> targets(entity, relation)));
    }

    @SuppressWarnings("unchecked") // the relation is of the entity's class, or of a superclass mapped in it
    private <O, T> Mono<Void> loaded(O entity, Relation<? super O, T> relation) {
        return Mono.defer(() -> {
            scope.requireOpen();
            EntityEntry<O> owner = scope.managed(entity, "load");
            return query(true, own -> scope.loader().relation(own, owner, (Relation<O, T>) relation));
        });
    }

    @SuppressWarnings("unchecked")
    private <O, T> List<T> targets(O entity, Relation<? super O, T> relation) {
        return EntityLoader.targets(entity, (Relation<O, T>) relation);
    }

    @Override
    public <E> Mono<E> refresh(E entity) {
        return Mono.defer(() -> {
            scope.requireOpen();
            List<Object> reached = new EntityReach(scope.mapping(), Cascade.REFRESH).from(entity);
            scope.managed(entity, "refresh");
            return connection
                    .exclusively(own -> Flux.fromIterable(reached)
                            .filter(scope::isManaged)
                            .concatMap(each -> refresh(own, each))
                            .then())
                    .thenReturn(entity);
        });
    }

    private <E> Mono<Void> refresh(AsyncConnection own, E entity) {
        EntityEntry<E> entry = scope.managed(entity, "refresh");
        EntityTable<E, ?> table = scope.mapping().table(entry.model().type());
        return scope.loader()
                .refresh(own, table, entry)
                .flatMap(isThere -> isThere
                        ? Mono.empty()
                        : Mono.error(new NoRowException("refresh: " + entry.model() + " " + entry.key() + " is not in "
                                + entry.model().tableName() + " any more")));
    }

    @Override
    public <E> Mono<E> merge(E detached) {
        return Mono.defer(() -> {
            scope.requireWritable("merge");
            return connection.exclusively(own -> settle(own).then(new Merge(scope, own).of(detached)));
        });
    }

    @Override
    public <E> Flux<E> insertAll(Publisher<E> entities) {
        return Flux.defer(() -> {
            scope.requireWritable("insertAll");
            return new BulkInserts(scope, connection, span).insertAll(Flux.from(entities), false);
        });
    }

    @Override
    public <E> Flux<E> insertAll(Collection<E> entities) {
        return Flux.defer(() -> {
            scope.requireWritable("insertAll");
            return new BulkInserts(scope, connection, span).insertAll(Flux.fromIterable(entities), true);
        });
    }

    @Override
    public <E> Flux<E> copyAll(Publisher<E> entities) {
        return Flux.defer(() -> {
            scope.requireWritable("copyAll");
            return new BulkInserts(scope, connection, span).copyAll(Flux.from(entities));
        });
    }

    @Override
    public void beforeCommit(Function<? super AsyncSession, ? extends Mono<Void>> hook) {
        scope.requireWritable("beforeCommit");
        span.beforeCommit(hook);
    }

    @Override
    public void afterCommit(Supplier<? extends Mono<Void>> hook) {
        scope.requireWritable("afterCommit");
        connection.afterCommit(hook);
    }

    @Override
    public <T> Mono<T> nested(Function<? super AsyncSession, ? extends Mono<T>> work) {
        return Mono.defer(() -> {
            scope.requireWritable("nested");
            UnitSpan inside = new UnitSpan(span);
            return connection
                    .exclusively(own -> settle(own).then(Mono.defer(() -> savepoint(own, inside, work))))
                    .doOnSuccess(done -> inside.handOn())
                    .doOnError(error -> scope.restore(inside))
                    // when the body has been told: it must not meet a savepoint that is given up, and its caller hear
                    // of it
                    .doFinally(signal -> {
                        if (signal == SignalType.CANCEL) {
                            scope.restore(inside);
                        }
                    });
        });
    }

    private <T> Mono<T> savepoint(
            AsyncConnection own, UnitSpan inside, Function<? super AsyncSession, ? extends Mono<T>> work) {
        inside.begin(scope.map().mark());
        return own.nested(inner -> new SessionHandle(scope, inner, contextKey, inside).run(work));
    }

    private Mono<Void> settle(AsyncConnection own) {
        return scope.settle(own, span);
    }

    /** Runs a body with this session in its Context, and flushes behind it. */
    <T> Mono<T> run(Function<? super AsyncSession, ? extends Mono<T>> work) {
        Mono<T> body = Mono.defer(() -> work.apply(face()));
        return (scope.endsSilently() ? body : finished(body)).contextWrite(context -> context.put(contextKey, this));
    }

    private <T> Mono<T> finished(Mono<T> body) {
        return body.flatMap(value -> {
                    Mono<Void> end = finish();
                    return end == NOTHING ? Mono.just(value) : end.thenReturn(value);
                })
                .switchIfEmpty(Mono.defer(() -> this.<T>finishEmpty()));
    }

    /** As {@link #run} for several values. */
    <T> Flux<T> runMany(Function<? super AsyncSession, ? extends Publisher<T>> work) {
        return Flux.defer(() -> Flux.from(work.apply(face())))
                .concatWith(Mono.defer(() -> this.<T>finishEmpty()))
                .contextWrite(context -> context.put(contextKey, this));
    }

    private <T> Mono<T> finishEmpty() {
        return finish().then(Mono.empty());
    }

    /** The session as bodies are given it. */
    AsyncSession face() {
        Assembled assembled = scope.assembled();
        return assembled == null ? this : new WatchedSession(this, assembled);
    }

    private Mono<Void> finish() {
        if (span.isWhole()) {
            scope.requireNothingLost();
        }
        return span.isWhole() && span.hasHooks() ? flushed().then(hooks()).then(Mono.defer(this::flushed)) : flushed();
    }

    private Mono<Void> flushed() {
        return scope.isReadOnly() || scope.map().size() == 0 ? NOTHING : connection.exclusively(this::settle);
    }

    private Mono<Void> hooks() {
        return Flux.<Function<? super AsyncSession, ? extends Mono<Void>>>generate(sink -> {
                    Function<? super AsyncSession, ? extends Mono<Void>> next = span.nextHook();
                    if (next == null) {
                        sink.complete();
                    } else {
                        sink.next(next);
                    }
                })
                .concatMap(hook -> hook.apply(face()), 0)
                .then();
    }

    /** What another operation is reading meanwhile cannot have been changed by anybody before its turn is over. */
    private boolean hasNothingToFlush() {
        if (!scope.isReadOnly()) {
            span.requireSound();
        }
        return scope.isReadOnly() || scope.map().size() == 0;
    }

    /**
     * Runs a query in its turn, behind a flush of what changed. With nothing in it that could have changed a session has nothing to
     * flush, so a single statement goes to the connection as it is.
     */
    <T> Mono<T> query(boolean isCompound, Function<AsyncConnection, Mono<T>> operation) {
        return Mono.defer(() -> {
            scope.requireOpen();
            return now(isCompound, operation);
        });
    }

    /** As {@link #query}, for one that is being subscribed to. */
    <T> Mono<T> now(boolean isCompound, Function<AsyncConnection, Mono<T>> operation) {
        return !isCompound && hasNothingToFlush()
                ? operation.apply(connection)
                : connection.exclusively(own -> settle(own).then(Mono.defer(() -> operation.apply(own))));
    }
}
