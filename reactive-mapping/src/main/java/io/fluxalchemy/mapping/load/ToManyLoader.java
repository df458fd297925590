package io.fluxalchemy.mapping.load;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.state.CollectionState;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.mapping.state.UntrackedCollection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads a collection for many owners with one statement, through a foreign key of the members or a link table. */
final class ToManyLoader<O, T> {

    private final LoadScope scope;
    private final RelationField<O, T> relation;
    private final ToManyAttribute<O, T> attribute;
    private final Criteria criteria;
    private final EntityModel<O> model;

    ToManyLoader(LoadScope scope, RelationField<O, T> relation, ToManyAttribute<O, T> attribute, Criteria criteria) {
        this.scope = scope;
        this.relation = relation;
        this.attribute = attribute;
        this.criteria = criteria;
        this.model = relation.owner();
    }

    /** Loads for those owners whose collection is neither loaded nor replaced; for all of them if it is to be read again. */
    Mono<Void> load(AsyncConnection connection, List<EntityEntry<O>> owners, boolean isRefreshing) {
        OwnerKey<O> ownerKey = new OwnerKey<>(model, MembersQuery.ownerColumns(relation.link()));
        Map<Object, List<T>> members = new LinkedHashMap<>();
        List<EntityEntry<O>> pending = new ArrayList<>();
        for (EntityEntry<O> owner : owners) {
            Object key = ownerKey.of(owner);
            if (key != null && (isRefreshing || isPending(owner))) {
                pending.add(owner);
                members.put(key, new ArrayList<>());
            }
        }
        if (pending.isEmpty()) {
            return Mono.empty();
        }
        MembersQuery<T> query = new MembersQuery<>(
                scope,
                relation.link(),
                relation.target(),
                criteria,
                MemberOrder.of(criteria, model, attribute, relation.target()));
        EntityRows rows = new EntityRows(scope, false);
        int width = MembersQuery.ownerColumns(relation.link()).size();
        return Flux.fromIterable(KeyChunks.of(List.copyOf(members.keySet()), width, connection.dialect()))
                .concatMap(keys -> connection.attach(rows).all(query.select(keys)))
                .doOnNext(chunk -> chunk.forEach(member -> group(members, member)))
                .then(Mono.fromRunnable(() ->
                        pending.forEach(owner -> fill(owner, members.getOrDefault(ownerKey.of(owner), List.of())))));
    }

    private static <T> void group(Map<Object, List<T>> members, Member<T> member) {
        List<T> list = members.get(member.ownerKey());
        if (list != null) {
            list.add(member.entity());
        }
    }

    private boolean isPending(EntityEntry<O> owner) {
        return attribute.access().get(owner.entity()) instanceof UntrackedCollection;
    }

    private void fill(EntityEntry<O> owner, List<T> members) {
        if (criteria.isPartial()) {
            attribute.access().set(owner.entity(), CollectionState.partial(model, attribute, members));
        } else {
            CollectionFilling.fill(scope, owner, attribute, members);
        }
    }
}
