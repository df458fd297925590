package io.fluxalchemy.mapping.session;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.mapping.load.EntityPlans;
import io.fluxalchemy.mapping.load.SharedFind;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.session.Gathering.Call;
import io.fluxalchemy.mapping.state.EntityKey;
import java.util.List;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Finds of one entity, which share statements unless they are asked for inside a scope. Thread-safe. */
final class EntityFinds<E, K> implements CoalescedFinds<E, K> {

    /** Below the limit of every database for one statement, and a power of two, to which IN lists are padded. */
    private static final int MOST = 1 << 10;

    private final AsyncSessionFactory sessions;
    private final AsyncEngine engine;
    private final TransactionOptions options;
    private final EntityPlans plans;
    private final EntityTable<E, K> table;
    private final Predicate<ContextView> isInside;
    private final Gathering<Object, E> gathering = new Gathering<>(MOST, this::find);

    /** @param isInside whether a Context is that of a scope, which is joined */
    EntityFinds(
            AsyncSessionFactory sessions,
            AsyncEngine engine,
            TransactionOptions options,
            EntityPlans plans,
            EntityTable<E, K> table,
            Predicate<ContextView> isInside) {
        this.sessions = sessions;
        this.engine = engine;
        this.options = options;
        this.plans = plans;
        this.table = table;
        this.isInside = isInside;
    }

    @Override
    public Mono<E> get(K id) {
        return Mono.deferContextual(context -> {
            Object key = EntityKey.ofId(table.model(), id);
            if (key == null) {
                return Mono.error(
                        new MappingException("get(" + table.model() + ", …): the id, or a part of it, is null"));
            }
            return isInside.test(context)
                    ? sessions.read(options, session -> session.get(table, id))
                    : gathering.call(key);
        });
    }

    private Mono<?> find(List<Call<Object, E>> calls) {
        return engine.read(options, connection -> {
            // options may say that what the database could not serialize is tried again: from the beginning
            SharedFind<E> shared = new SharedFind<>(plans, table);
            for (Call<Object, E> call : calls) {
                call.forget();
                if (!call.isOver()) {
                    shared.add(call.key(), call);
                }
            }
            return shared.run(connection);
        });
    }
}
