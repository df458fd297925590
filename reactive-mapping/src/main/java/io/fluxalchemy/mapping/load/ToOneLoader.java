package io.fluxalchemy.mapping.load;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.mapping.state.EntityKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Loads a reference for many owners with one statement: by the distinct foreign keys whose targets the session does not have yet,
 * or, from the inverse side of a one-to-one, by the owners' keys.
 */
final class ToOneLoader<O, T> {

    private final LoadScope scope;
    private final RelationField<O, T> relation;
    private final ToOneAttribute<O, T> attribute;

    ToOneLoader(LoadScope scope, RelationField<O, T> relation, ToOneAttribute<O, T> attribute) {
        this.scope = scope;
        this.relation = relation;
        this.attribute = attribute;
    }

    Mono<Void> load(AsyncConnection connection, List<EntityEntry<O>> owners) {
        List<EntityEntry<O>> pending = owners.stream()
                .filter(owner -> attribute.access().get(owner.entity()) instanceof EntityReference)
                .toList();
        if (pending.isEmpty()) {
            return Mono.empty();
        }
        return attribute.mappedBy() == null ? owning(connection, pending) : inverse(connection, pending);
    }

    private Mono<Void> owning(AsyncConnection connection, List<EntityEntry<O>> pending) {
        Set<Object> missing = new LinkedHashSet<>();
        for (EntityEntry<O> owner : pending) {
            Object key = key(owner);
            if (key != null && !resolve(owner, key)) {
                missing.add(key);
            }
        }
        if (missing.isEmpty()) {
            return Mono.empty();
        }
        return ById.all(connection, scope, new EntityRows(scope, false), relation.target(), List.copyOf(missing))
                .then(Mono.fromRunnable(() -> pending.forEach(owner -> {
                    Object key = key(owner);
                    if (key != null) {
                        resolve(owner, key);
                    }
                })));
    }

    private @Nullable Object key(EntityEntry<O> owner) {
        return attribute.access().get(owner.entity()) instanceof EntityReference reference
                ? EntityKey.ofId(relation.target().model(), reference.referencedId())
                : null;
    }

    private boolean resolve(EntityEntry<O> owner, Object key) {
        EntityEntry<T> target = scope.find(relation.target().model(), key);
        if (target == null) {
            return false;
        }
        attribute.access().set(owner.entity(), target.entity());
        return true;
    }

    private Mono<Void> inverse(AsyncConnection connection, List<EntityEntry<O>> pending) {
        EntityModel<O> model = relation.owner();
        List<String> names = MembersQuery.ownerColumns(relation.link());
        OwnerKey<O> ownerKey = new OwnerKey<>(model, names);
        Map<Object, EntityEntry<O>> owners = new LinkedHashMap<>();
        for (EntityEntry<O> owner : pending) {
            Object key = ownerKey.of(owner);
            if (key != null) {
                owners.put(key, owner);
            }
        }
        MembersQuery<T> query = new MembersQuery<>(
                scope, relation.link(), relation.target(), Criteria.NONE, MemberOrder.byId(relation.target()));
        EntityRows rows = new EntityRows(scope, false);
        Map<Object, T> found = new LinkedHashMap<>();
        return Flux.fromIterable(KeyChunks.of(List.copyOf(owners.keySet()), names.size(), connection.dialect()))
                .concatMap(keys -> connection.attach(rows).all(query.select(keys)))
                .doOnNext(chunk -> chunk.forEach(member -> putOnly(found, member)))
                .then(Mono.fromRunnable(() -> owners.forEach((key, owner) -> fill(owner, found.get(key)))));
    }

    private void fill(EntityEntry<O> owner, @Nullable T target) {
        CollectionFilling.fill(scope, owner, attribute, target);
    }

    private void putOnly(Map<Object, T> found, Member<T> member) {
        if (found.put(member.ownerKey(), member.entity()) != null) {
            throw new MappingException(
                    relation.owner() + "." + attribute.name() + " is a one-to-one, and several rows of "
                            + relation.target().model().tableName() + " refer to " + member.ownerKey()
                            + ": add a unique constraint, or map it as a collection");
        }
    }
}
