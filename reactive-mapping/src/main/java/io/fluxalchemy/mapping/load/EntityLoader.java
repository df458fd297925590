package io.fluxalchemy.mapping.load;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.Page;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.Relation;
import io.fluxalchemy.mapping.model.RelationLink;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.mapping.state.ResultGroup;
import io.fluxalchemy.mapping.state.Snapshot;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.StatementOption;
import io.fluxalchemy.sql.TableExpression;
import io.fluxalchemy.sql.tree.SelectTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads entities and loads their relations into one {@link LoadScope}. Every publisher is cold and begins afresh when subscribed.
 * What takes several statements must be given a connection that nobody else uses meanwhile.
 */
public final class EntityLoader {

    /** How many neighbours of an entity share one load. */
    private static final int NEIGHBOURS = 1_000;

    private final LoadScope scope;

    public EntityLoader(LoadScope scope) {
        this.scope = scope;
    }

    /** Whether a query takes more than its own statement. */
    public static boolean hasLoads(Query<?> query) {
        return !query.options().isEmpty();
    }

    /** The one row of a query without loads, as {@link AsyncConnection#one}. */
    public <R> Mono<R> one(AsyncConnection connection, Query<R> query) {
        return run(connection, query, AsyncConnection::one);
    }

    /** The one row of a query without loads, or none, as {@link AsyncConnection#oneOrEmpty}. */
    public <R> Mono<R> oneOrEmpty(AsyncConnection connection, Query<R> query) {
        return run(connection, query, AsyncConnection::oneOrEmpty);
    }

    /** The first row of a query without loads, as {@link AsyncConnection#first}. */
    public <R> Mono<R> first(AsyncConnection connection, Query<R> query) {
        return run(connection, query, AsyncConnection::first);
    }

    /** Runs a query, whose options are left out, with a connection whose rows become entities of this scope. */
    private <R, T> T run(AsyncConnection connection, Query<R> query, BiFunction<AsyncConnection, Query<R>, T> verb) {
        WideQuery<R> wide = WideQuery.of(scope.plans(), query);
        return verb.apply(connection.attach(rows(scope, query, wide.further())), wide.query());
    }

    /** All rows of a query, with what its options load. */
    public <R> Mono<List<R>> all(AsyncConnection connection, Query<R> query) {
        return Mono.defer(() -> {
            if (!hasLoads(query)) {
                return run(connection, query, AsyncConnection::all);
            }
            EntityTable<?, ?> root = root(query);
            List<LoadStep> loads = RelationLoads.of(query.options(), root.model());
            JoinedQuery<R> joined =
                    query instanceof Select<R> select ? JoinedQuery.of(scope, select, root, loads) : null;
            if (joined == null) {
                return load(connection, root, run(connection, query, AsyncConnection::all), loads);
            }
            Mono<List<R>> filled = connection
                    .attach(rows(scope, query, FurtherColumns.BEHIND))
                    .all(joined.select())
                    .map(rows -> {
                        joined.fill();
                        return Distinct.of(rows);
                    });
            return load(connection, root, filled, loads);
        });
    }

    /** One page of a query, with what its options load. */
    public <R> Mono<Page<R>> page(AsyncConnection connection, Select<R> query) {
        return Mono.defer(() -> {
            Mono<Page<R>> read = run(
                    connection,
                    query,
                    (own, wide) -> wide instanceof Select<R> select ? own.page(select) : Mono.<Page<R>>empty());
            if (!hasLoads(query)) {
                return read;
            }
            EntityModel<?> model = root(query).model();
            List<LoadStep> loads = RelationLoads.of(query.options(), model);
            return read.flatMap(
                    page -> into(connection, model, page.items(), loads).thenReturn(page));
        });
    }

    /**
     * The rows of a query in windows, each with what the options load. Entities of a window are forgotten with it, so that memory
     * does not grow with the stream; those the session knew already are the session's.
     */
    public <R> Flux<R> stream(AsyncConnection connection, Query<R> query, int window) {
        return Flux.defer(() -> {
            if (!hasLoads(query)) {
                WideQuery<R> wide = WideQuery.of(scope.plans(), query);
                WindowRows passing = WindowRows.passing(scope, each -> rows(each, query, wide.further()), window);
                return connection.attach(passing).stream(wide.query());
            }
            EntityModel<?> model = root(query).model();
            List<LoadStep> loads = RelationLoads.of(query.options(), model);
            WindowRows rows = WindowRows.told(scope);
            return connection
                    .attach(rows)
                    .windows(WideQuery.of(scope.plans(), query).query(), window)
                    .concatMap(
                            items -> connection.exclusively(own -> new EntityLoader(rows.next())
                                    .into(own, model, items, loads)
                                    .thenReturn(items)),
                            0)
                    .concatMapIterable(items -> items, 1);
        });
    }

    /** The entities of some keys that the scope does not have yet, read by one statement; to be subscribed to once. */
    public <E> Mono<List<E>> byKeys(AsyncConnection connection, EntityTable<E, ?> table, List<?> keys) {
        return keys.isEmpty()
                ? Mono.just(List.of())
                : ById.all(connection, scope, new EntityRows(scope, false), table, keys);
    }

    /** Loads into entities that are there already, as the options of a query would. */
    public <E> Mono<Void> into(
            AsyncConnection connection, EntityModel<E> model, E entity, StatementOption<? super E> option) {
        return Mono.defer(() -> into(connection, model, List.of(entity), RelationLoads.of(List.of(option), model)));
    }

    /**
     * Loads a relation of one entity, and with the same statement that of its neighbours in the result it came from, where it is
     * not loaded either.
     */
    public <O, T> Mono<Void> relation(AsyncConnection connection, EntityEntry<O> owner, Relation<O, T> relation) {
        return Mono.defer(() -> relation(connection, owner, RelationField.of(relation)));
    }

    /** As {@link #relation(AsyncConnection, EntityEntry, Relation)} for a relation given by its link. */
    public <O> Mono<Void> relation(AsyncConnection connection, EntityEntry<O> owner, RelationLink link) {
        return Mono.defer(() -> relation(connection, owner, RelationField.of(link)));
    }

    private <O, T> Mono<Void> relation(AsyncConnection connection, EntityEntry<O> owner, RelationField<O, T> field) {
        return field.isLoaded(owner.entity())
                ? Mono.empty()
                : new RelationLoads(scope, connection).relation(neighbours(owner, field), field, Criteria.NONE, false);
    }

    /** What a relation of an entity leads to now; nothing where it is not loaded. A copy. */
    public static <O, T> List<T> targets(O owner, Relation<O, T> relation) {
        return List.copyOf(RelationField.of(relation).targets(owner));
    }

    /** Reads an entity's row again, and its collections that were loaded; what was changed in memory is lost. */
    public <E> Mono<Boolean> refresh(AsyncConnection connection, EntityTable<E, ?> table, EntityEntry<E> entry) {
        return Mono.defer(() -> {
            Object key = entry.key();
            if (key == null) {
                return Mono.just(false);
            }
            return ById.all(connection, scope, new EntityRows(scope, true), table, List.of(key))
                    .flatMap(found -> found.isEmpty()
                            ? Mono.just(false)
                            : collections(connection, entry).thenReturn(true));
        });
    }

    /** Puts back into an entity what its snapshot says, if it is not so. */
    public <E> void restore(EntityEntry<E> entry) {
        Snapshot snapshot = entry.snapshot();
        EntityPlan<E> plan = scope.plans().plan(entry.model());
        if (snapshot != null && plan.isChanged(entry.entity(), snapshot)) {
            plan.refill(entry.entity(), plan.values(snapshot), new EntityRows(scope, false));
            plan.restoreCollections(entry.entity(), snapshot);
        }
    }

    private <E> Mono<Void> collections(AsyncConnection connection, EntityEntry<E> entry) {
        List<RelationLink> loaded = new ArrayList<>();
        Snapshot snapshot = entry.snapshot();
        entry.model().attributes().forEach(attribute -> {
            if (attribute instanceof ToManyAttribute<?, ?>
                    && snapshot != null
                    && snapshot.collection(attribute.name()) != null) {
                loaded.add(RelationLink.of(entry.model(), attribute));
            }
        });
        return Flux.fromIterable(loaded)
                .concatMap(link -> new RelationLoads(scope, connection)
                        .relation(List.of(entry), RelationField.<E, Object>of(link), Criteria.NONE, true))
                .then();
    }

    @SuppressWarnings("unchecked") // the members of a group that have the relation are of its owner's class
    private static <O> List<EntityEntry<O>> neighbours(EntityEntry<O> owner, RelationField<O, ?> field) {
        List<EntityEntry<O>> neighbours = new ArrayList<>();
        ResultGroup group = owner.group();
        if (group != null) {
            for (EntityEntry<?> near : group.near(owner.position(), NEIGHBOURS)) {
                EntityEntry<O> candidate = (EntityEntry<O>) near;
                if (candidate.status() == EntityEntry.Status.MANAGED
                        && candidate.model().isKindOf(field.owner())
                        && !field.isLoaded(candidate.entity())) {
                    neighbours.add(candidate);
                }
            }
        }
        if (!neighbours.contains(owner)) {
            neighbours.add(owner);
        }
        return neighbours;
    }

    private <R> Mono<List<R>> load(
            AsyncConnection connection, EntityTable<?, ?> root, Mono<List<R>> rows, List<LoadStep> loads) {
        return rows.flatMap(list -> into(connection, root.model(), list, loads).thenReturn(list));
    }

    @SuppressWarnings("unchecked") // entities that loads begin at are of the model's class, or of one that extends it
    private <E> Mono<Void> into(
            AsyncConnection connection, EntityModel<E> model, List<?> entities, List<LoadStep> loads) {
        Distinct<EntityEntry<?>> entries = new Distinct<>();
        for (Object entity : entities) {
            EntityEntry<?> entry = scope.entry(model, (E) entity);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return new RelationLoads(scope, connection).into(entries.inOrder(), loads);
    }

    private static EntityRows rows(LoadScope scope, Query<?> query, FurtherColumns further) {
        boolean isLocking =
                query instanceof Select<?> select && select.tree() instanceof SelectTree tree && tree.lock() != null;
        return new EntityRows(scope, isLocking, further);
    }

    private static EntityTable<?, ?> root(Query<?> query) {
        List<TableExpression> tables = query.selection().tables();
        if (tables.size() == 1
                && tables.get(0) instanceof EntityTable<?, ?> table
                && query.selection().items().size() == table.model().columns().size()) {
            return table;
        }
        throw new StatementException(
                "options(…) load into entities, and this query does not select one entity per row");
    }
}
