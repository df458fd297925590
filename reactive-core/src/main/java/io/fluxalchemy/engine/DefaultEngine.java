package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.CacheStatistics;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.error.CommitOutcomeUnknownException;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.SchemaMap;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Select;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** The engine: every verb is one scope with one operation in it. */
final class DefaultEngine implements AsyncEngine {

    /** Values a transaction of many may hold back until its commit. */
    private static final int MOST_HELD_BACK = 10_000;

    private final EngineCore core;
    private final Scopes scopes;
    private final CommitOutcomes outcomes;

    DefaultEngine(EngineCore core, @Nullable Isolation isolation, boolean requireScope, SchemaMap schemas) {
        this.core = core;
        this.scopes = new Scopes(core, isolation, MOST_HELD_BACK, requireScope, schemas);
        this.outcomes = new CommitOutcomes(core, scopes);
    }

    @Override
    public Mono<Void> createAll(MetaData schema, SchemaMap schemas) {
        return Mono.deferContextual(
                context -> Ddl.run(this, dialect(), scopes.schemas(context).with(schemas), schema::createMissing));
    }

    @Override
    public Mono<Void> dropAll(MetaData schema, SchemaMap schemas) {
        return Mono.deferContextual(
                context -> Ddl.run(this, dialect(), scopes.schemas(context).with(schemas), schema::dropAll));
    }

    @Override
    public Dialect dialect() {
        return core.dialect();
    }

    @Override
    public boolean isInScope(ContextView context) {
        return core.current(context) != null;
    }

    @Override
    public <R> Mono<List<R>> all(Query<R> query) {
        return scopes.one("all", connection -> connection.all(query));
    }

    @Override
    public <R> Mono<R> one(Query<R> query) {
        return scopes.one("one", connection -> connection.one(query));
    }

    @Override
    public <R> Mono<R> oneOrEmpty(Query<R> query) {
        return scopes.one("oneOrEmpty", connection -> connection.oneOrEmpty(query));
    }

    @Override
    public <R> Mono<R> first(Query<R> query) {
        return scopes.one("first", connection -> connection.first(query));
    }

    @Override
    public <R> Flux<R> stream(Query<R> query) {
        return scopes.many("stream", connection -> connection.stream(query));
    }

    @Override
    public Mono<Long> execute(Command command) {
        return scopes.one("execute", connection -> connection.execute(command));
    }

    @Override
    public Mono<Long> count(Select<?> query) {
        return scopes.one("count", connection -> connection.count(query));
    }

    @Override
    public Mono<Boolean> exists(Select<?> query) {
        return scopes.one("exists", connection -> connection.exists(query));
    }

    @Override
    public <R> Mono<Page<R>> page(Select<R> query) {
        return scopes.one("page", connection -> connection.page(query));
    }

    @Override
    public <T> Mono<T> transaction(
            TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return scopes.transaction(options, work);
    }

    @Override
    public <T> Flux<T> transactionMany(
            TransactionOptions options, Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        return scopes.transactionMany(options, work);
    }

    @Override
    public <T> Mono<T> requiresNew(
            TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return scopes.requiresNew(options, work);
    }

    @Override
    public <T> Mono<T> read(TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return scopes.read(options, work);
    }

    @Override
    public <T> Flux<T> readMany(
            TransactionOptions options, Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        return scopes.readMany(options, work);
    }

    @Override
    public ConnectionFactory connectionFactory() {
        return core.lender().lendingFactory();
    }

    @Override
    public CacheStatistics compiledStatements() {
        return core.compiler().statistics();
    }

    @Override
    public <T> Flux<T> streamTentative(
            TransactionOptions options, Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        return scopes.streamTentative(options, work);
    }

    @Override
    public Mono<Outcome> outcomeOf(CommitOutcomeUnknownException unknown) {
        return outcomes.of(unknown);
    }

    @Override
    public PoolSnapshot pool() {
        int acquired = 0;
        int idle = 0;
        int pending = 0;
        int most = 0;
        for (PoolMetrics metrics : core.lender().metrics()) {
            acquired += metrics.acquiredSize();
            idle += metrics.idleSize();
            pending += metrics.pendingAcquireSize();
            most += metrics.getMaxAllocatedSize();
        }
        return new PoolSnapshot(
                acquired,
                idle,
                pending,
                most,
                core.lender().holders().stream()
                        .map(lease -> new PoolSnapshot.Holder(lease.purpose(), lease.age(), lease.statement()))
                        .toList());
    }

    @Override
    public Mono<Void> pendingCleanup() {
        return core.lender().pendingCleanup();
    }

    @Override
    public Mono<Void> close(Duration grace) {
        return core.lender().close(grace);
    }
}
