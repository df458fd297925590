package io.fluxalchemy.mapping.load;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityReader;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.state.IdentityMap;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.sql.Select;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One statement for the finds of several callers. Each gets an object of its own from the row, with stand-ins of its own, as if it
 * had read it in a session for itself. Confined to one result.
 */
public final class SharedFind<E> implements EntityReader {

    /** One who has asked for a row, and what it has read until now: a view may have several rows for a key. */
    private record Caller<E>(Consumer<? super E> answer, EntityRows rows) {}

    private final EntityPlans plans;
    private final EntityTable<E, ?> table;
    private final Map<Object, List<Caller<E>>> callers = new LinkedHashMap<>();

    public SharedFind(EntityPlans plans, EntityTable<E, ?> table) {
        this.plans = plans;
        this.table = table;
    }

    /**
     * Before {@link #run}.
     *
     * @param key as {@link io.fluxalchemy.mapping.state.EntityKey} makes it
     * @param answer called while rows are read, on the thread they arrive on, if there is such a row
     */
    public void add(Object key, Consumer<? super E> answer) {
        LoadScope scope = LoadScope.of(plans, new IdentityMap(), false);
        callers.computeIfAbsent(key, any -> new ArrayList<>(1)).add(new Caller<>(answer, new EntityRows(scope, false)));
    }

    /** Reads the rows: one statement, or as many as the database needs for so many values. */
    public Mono<Void> run(AsyncConnection connection) {
        AsyncConnection reading = connection.attach(this);
        int width = table.model().columns().id().size();
        List<Object> keys = new ArrayList<>(callers.keySet());
        if (keys.size() == 1 && width == 1 && table.alias() == null) {
            return reading.all(plans.byId(table).with(keys.get(0))).then();
        }
        return Flux.fromIterable(KeyChunks.of(keys, width, connection.dialect()))
                .concatMap(chunk -> reading.all(bounded(ById.select(plans, table, chunk))))
                .then();
    }

    /** The keys bound the rows; a limit that an engine has for one caller's list would strike many. */
    private static <T> Query<T> bounded(Query<T> byKeys) {
        return byKeys instanceof Select<T> select ? select.maxRows(Integer.MAX_VALUE) : byKeys;
    }

    @Override
    @SuppressWarnings("unchecked") // the query selects nothing but the entity of the table
    public <T> @Nullable T read(EntityModel<T> model, RowValues row, int from) {
        Object key = plans.layout(model).key(row, from);
        T entity = null;
        for (Caller<E> caller : key == null ? List.<Caller<E>>of() : callers.getOrDefault(key, List.of())) {
            entity = caller.rows().read(model, row, from);
            if (entity != null) {
                caller.answer().accept((E) entity);
            }
        }
        return entity;
    }
}
