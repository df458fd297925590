package io.fluxalchemy.mapping.session;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.mapping.model.Cascade;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.RelationLink;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.mapping.state.EntityKey;
import io.fluxalchemy.mapping.state.UntrackedCollection;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One merge: reads the rows that the detached objects stand for (one statement per class) and the collections that are to be
 * replaced, then copies. Confined to the turn it runs in.
 */
final class Merge {

    private final SessionScope scope;
    private final AsyncConnection connection;
    private final Map<Object, Object> merged = new IdentityHashMap<>();

    Merge(SessionScope scope, AsyncConnection connection) {
        this.scope = scope;
        this.connection = connection;
    }

    @SuppressWarnings("unchecked") // what a detached object is merged into is of its class
    <E> Mono<E> of(E detached) {
        return Mono.defer(() -> {
            if (scope.map().entry(detached) != null) {
                return Mono.just(detached);
            }
            List<Object> reached = new EntityReach(scope.mapping(), Cascade.MERGE).from(detached);
            return read(reached)
                    .then(Mono.defer(() -> {
                        reached.forEach(this::pair);
                        return collections(reached);
                    }))
                    .then(Mono.fromSupplier(() -> {
                        MergeCopy copy = new MergeCopy(scope, merged);
                        reached.forEach(copy::copy);
                        return (E) merged.get(detached);
                    }));
        });
    }

    /** Reads the rows of all objects, and of those they refer to without cascading. */
    private Mono<Void> read(List<Object> reached) {
        Map<EntityModel<?>, Set<Object>> keys = new LinkedHashMap<>();
        for (Object object : reached) {
            want(keys, object);
            for (RelationLink link : scope.mapping().relations(scope.mapping().modelOf(object))) {
                Object field = EntityReach.field(link, object);
                EntityReach.targets(field).forEach(target -> want(keys, target));
            }
        }
        return Flux.fromIterable(keys.entrySet())
                .concatMap(entry -> scope.loader()
                        .byKeys(
                                connection,
                                scope.mapping().table(entry.getKey().type()),
                                List.copyOf(entry.getValue())))
                .then();
    }

    private void want(Map<EntityModel<?>, Set<Object>> keys, Object object) {
        EntityModel<Object> model = scope.mapping().modelOf(object);
        Object key = object instanceof EntityReference ? null : EntityKey.ofEntity(model, object);
        if (key != null && scope.map().find(model, key) == null) {
            keys.computeIfAbsent(model, any -> new LinkedHashSet<>()).add(key);
        }
    }

    /** Finds or makes the object of this session for a detached one. */
    private void pair(Object detached) {
        EntityModel<Object> model = scope.mapping().modelOf(detached);
        EntityEntry<Object> own = scope.map().entry(detached);
        EntityEntry<Object> found = own != null ? own : scope.map().find(model, EntityKey.ofEntity(model, detached));
        merged.put(detached, found == null ? model.create() : found.entity());
    }

    /** Loads the collections that will be replaced, so that it is known what is taken out of them. */
    private Mono<Void> collections(List<Object> reached) {
        return Flux.fromIterable(reached)
                .filter(detached -> merged.get(detached) != detached)
                .concatMap(detached -> Flux.fromIterable(
                                scope.mapping().relations(scope.mapping().modelOf(detached)))
                        .filter(link -> link.isToMany() && isTracked(EntityReach.field(link, detached)))
                        .concatMap(link -> collection(detached, link)))
                .then();
    }

    private Mono<Void> collection(Object detached, RelationLink link) {
        EntityEntry<Object> owner = scope.map().entry(merged.get(detached));
        return owner == null ? Mono.empty() : scope.loader().relation(connection, owner, link);
    }

    private static boolean isTracked(@Nullable Object field) {
        return field instanceof Collection<?> && UntrackedCollection.isTracked(field);
    }
}
