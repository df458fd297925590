package io.fluxalchemy.mapping.session;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.error.ConfigurationException;
import io.fluxalchemy.error.WriteRefusedException;
import io.fluxalchemy.mapping.flush.FlushPlanner;
import io.fluxalchemy.mapping.load.EntityPlans;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.Mapping;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.SchemaMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Opens sessions on the scopes of an engine. Thread-safe. */
final class EngineSessionFactory implements AsyncSessionFactory {

    private final AsyncEngine engine;
    private final Mapping mapping;
    private final EntityPlans plans = new EntityPlans();
    private final FlushPlanner planner;
    private final MetaData metaData;
    private final OpenSessions open = new OpenSessions();
    private final Object contextKey = new Object();
    private final List<? extends EntityTable<?, ?>> entities;
    private final boolean isStrict;

    EngineSessionFactory(AsyncEngine engine, List<? extends EntityTable<?, ?>> entities, boolean isStrict) {
        this.engine = engine;
        this.entities = entities;
        this.isStrict = isStrict;
        this.mapping = Mapping.of(entities);
        this.planner = new FlushPlanner(mapping);
        this.metaData = MetaData.of(mapping.tableDefinitions());
        mapping.models().forEach(plans::prepare);
    }

    @Override
    public <T> Mono<T> transaction(TransactionOptions options, Function<? super AsyncSession, ? extends Mono<T>> work) {
        return Mono.deferContextual(context -> {
            SessionHandle outer = outer(context, options, "transaction");
            return outer == null
                    ? attempts(options, body -> engine.transaction(options, body), work)
                    : engine.transaction(options, connection -> work.apply(outer.face()));
        });
    }

    @Override
    public <T> Mono<T> requiresNew(TransactionOptions options, Function<? super AsyncSession, ? extends Mono<T>> work) {
        return Mono.defer(() -> attempts(options, body -> engine.requiresNew(options, body), work));
    }

    @Override
    public <T> Mono<T> read(TransactionOptions options, Function<? super AsyncSession, ? extends Mono<T>> work) {
        return Mono.deferContextual(context -> {
            SessionHandle outer = outer(context, options.readOnly(), "read");
            return outer == null
                    ? reading(options.readOnly(), work)
                    : engine.read(options.readOnly(), connection -> work.apply(outer.face()));
        });
    }

    @Override
    public <T> Flux<T> transactionMany(
            TransactionOptions options, Function<? super AsyncSession, ? extends Publisher<T>> work) {
        return Flux.deferContextual(context -> {
            SessionHandle outer = outer(context, options, "transactionMany");
            return outer == null
                    ? attemptsMany(options, body -> engine.transactionMany(options, body), work)
                    : engine.transactionMany(options, connection -> work.apply(outer.face()));
        });
    }

    @Override
    public <T> Flux<T> readMany(
            TransactionOptions options, Function<? super AsyncSession, ? extends Publisher<T>> work) {
        return Flux.deferContextual(context -> {
            SessionHandle outer = outer(context, options.readOnly(), "readMany");
            return outer == null
                    ? attemptsMany(options.readOnly(), body -> engine.readMany(options.readOnly(), body), work)
                    : engine.readMany(options.readOnly(), connection -> work.apply(outer.face()));
        });
    }

    private <T> Mono<T> attempts(
            TransactionOptions options,
            Function<Function<AsyncConnection, Mono<T>>, Mono<T>> scope,
            Function<? super AsyncSession, ? extends Mono<T>> work) {
        Attempts attempts = new Attempts();
        return scope.apply(connection -> {
                    SessionHandle session = session(attempts.begin(scope(options)), connection);
                    return session.run(work).doOnTerminate(session.scope()::end).doOnCancel(session.scope()::end);
                })
                .doOnError(attempts::failed)
                .doFinally(attempts::ended);
    }

    /** Of what only reads nothing has to be taken back. */
    private <T> Mono<T> reading(TransactionOptions options, Function<? super AsyncSession, ? extends Mono<T>> work) {
        return engine.read(options, connection -> {
            SessionScope scope = scope(options);
            scope.begin();
            return session(scope, connection)
                    .run(work)
                    .doOnTerminate(scope::end)
                    .doOnCancel(scope::end);
        });
    }

    private <T> Flux<T> attemptsMany(
            TransactionOptions options,
            Function<Function<AsyncConnection, Publisher<T>>, Flux<T>> scope,
            Function<? super AsyncSession, ? extends Publisher<T>> work) {
        Attempts attempts = new Attempts();
        return scope.apply(connection -> {
                    SessionHandle session = session(attempts.begin(scope(options)), connection);
                    return session.runMany(work)
                            .doOnTerminate(session.scope()::end)
                            .doOnCancel(session.scope()::end);
                })
                .doOnError(attempts::failed)
                .doFinally(attempts::ended);
    }

    private SessionScope scope(TransactionOptions options) {
        return new SessionScope(mapping, plans, planner, open, options.isReadOnly(), isStrict);
    }

    private SessionHandle session(SessionScope scope, AsyncConnection connection) {
        return new SessionHandle(scope, connection, contextKey, new UnitSpan(null));
    }

    private @Nullable SessionHandle outer(ContextView context, TransactionOptions options, String verb) {
        SessionHandle outer = context.getOrDefault(contextKey, null);
        if (outer != null && outer.scope().isReadOnly() && !options.isReadOnly()) {
            throw new WriteRefusedException(
                    "sessions." + verb + "(…) inside a read-only scope would join it and could not write:"
                            + " make the outer scope a transaction, or use sessions.requiresNew(…)");
        }
        if (outer != null) {
            SchemaMap here = outer.schemas();
            if (!here.with(options.schemas()).equals(here)) {
                throw new ConfigurationException("sessions." + verb + "(…) asks for the schemas " + options.schemas()
                        + " inside a session of " + here + ", whose entities are rows of those: say them on the outer"
                        + " one, or use sessions.requiresNew(…)");
            }
        }
        return outer;
    }

    @Override
    public <E, K> CoalescedFinds<E, K> coalescedFinds(TransactionOptions options, EntityTable<E, K> table) {
        mapping.table(table.model().type());
        return new EntityFinds<>(
                this,
                engine,
                options.readOnly(),
                plans,
                table,
                context -> context.hasKey(contextKey) || engine.isInScope(context));
    }

    @Override
    public AsyncSessionFactory strict() {
        return isStrict ? this : new EngineSessionFactory(engine, entities, true);
    }

    @Override
    public MetaData metaData() {
        return metaData;
    }

    @Override
    public Mono<Void> createAll() {
        return engine.createAll(metaData);
    }

    @Override
    public Mono<Void> dropAll() {
        return engine.dropAll(metaData);
    }
}
