package io.fluxalchemy.mapping.session;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.mapping.state.EntityEntry.Status;
import io.fluxalchemy.mapping.state.EntityKey;
import io.fluxalchemy.sql.StatementOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Finds entities by their ids: those the session has, and the others in the database. */
final class SessionFinds {

    private final SessionHandle session;
    private final SessionScope scope;

    SessionFinds(SessionHandle session, SessionScope scope) {
        this.session = session;
        this.scope = scope;
    }

    <E, K> Mono<E> get(EntityTable<E, K> table, K id) {
        return Mono.defer(() -> {
            scope.requireOpen();
            EntityEntry<E> known = known(table, id);
            if (known == null && isOtherKind(table, id)) {
                return Mono.empty();
            }
            return known == null
                    ? session.now(false, own -> read(own, table, id, null))
                    : Mono.justOrEmpty(present(known));
        });
    }

    <E, K> Mono<E> get(EntityTable<E, K> table, K id, StatementOption<? super E> option) {
        return session.query(true, own -> read(own, table, id, option));
    }

    private <E, K> Mono<E> read(
            AsyncConnection own, EntityTable<E, K> table, K id, @Nullable StatementOption<? super E> option) {
        EntityEntry<E> known = known(table, id);
        Object key = EntityKey.ofId(table.model(), id);
        if (key == null) {
            return Mono.error(new MappingException("get(" + table.model() + ", …): the id, or a part of it, is null"));
        }
        return known == null
                ? scope.loader()
                        .byKeys(own, table, List.of(key))
                        .flatMap(read -> present(own, table, known(table, id), option))
                : present(own, table, known, option);
    }

    private <E> Mono<E> present(
            AsyncConnection own,
            EntityTable<E, ?> table,
            @Nullable EntityEntry<E> found,
            @Nullable StatementOption<? super E> option) {
        E entity = found == null ? null : present(found);
        if (entity == null) {
            return Mono.empty();
        }
        return option == null
                ? Mono.just(entity)
                : scope.loader().into(own, table.model(), entity, option).thenReturn(entity);
    }

    private <E, K> @Nullable EntityEntry<E> known(EntityTable<E, K> table, K id) {
        return scope.map().find(table.model(), EntityKey.ofId(table.model(), id));
    }

    /** Whether the session has the row as another class of the same table. */
    private <E, K> boolean isOtherKind(EntityTable<E, K> table, K id) {
        EntityEntry<?> holder = scope.map().holder(table.model(), EntityKey.ofId(table.model(), id));
        return holder != null && !holder.model().isKindOf(table.model());
    }

    private static <E> @Nullable E present(EntityEntry<E> entry) {
        return entry.status() == Status.DELETED ? null : entry.entity();
    }

    <E, K> Mono<List<E>> getAll(EntityTable<E, K> table, Collection<? extends K> ids) {
        List<K> wanted = List.copyOf(ids);
        return session.query(true, own -> {
            List<Object> missing = wanted.stream()
                    .filter(id -> known(table, id) == null)
                    .map(id -> EntityKey.ofId(table.model(), id))
                    .distinct()
                    .toList();
            return scope.loader().byKeys(own, table, missing).then(Mono.fromSupplier(() -> {
                List<E> found = new ArrayList<>();
                for (K id : wanted) {
                    EntityEntry<E> entry = known(table, id);
                    E entity = entry == null ? null : present(entry);
                    if (entity != null) {
                        found.add(entity);
                    }
                }
                return found;
            }));
        });
    }
}
