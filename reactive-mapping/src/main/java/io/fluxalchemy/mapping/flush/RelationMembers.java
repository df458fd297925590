package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.model.Attribute;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.RelationLink;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.state.Snapshot;
import io.fluxalchemy.mapping.state.UntrackedCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of one relation of one entity, now and as last known. Members are compared as objects: within a session one row is
 * one object.
 *
 * @param now null where the relation is not loaded, or only in part
 * @param before null where nothing was known of it
 */
record RelationMembers(@Nullable List<Object> now, @Nullable List<Object> before) {

    static RelationMembers of(EntityRow row, RelationLink link) {
        Snapshot snapshot = row.snapshot();
        List<Object> before =
                snapshot == null ? null : snapshot.collection(link.attribute().name());
        return new RelationMembers(now(row, link), before);
    }

    /**
     * Whether there is nothing to look at: what was not loaded, and of a new entity what leads nowhere or to something that only
     * stands for a row. Most relations of very many entities are so.
     */
    static boolean isBare(EntityRow row, RelationLink link) {
        Object value = row.get(link.attribute());
        if (value instanceof UntrackedCollection || row.snapshot() != null) {
            return value instanceof UntrackedCollection;
        }
        return value == null || value instanceof EntityReference || value instanceof Collection<?> all && all.isEmpty();
    }

    /** Members to look at: those that are there now. */
    List<Object> present() {
        return now == null ? List.of() : now;
    }

    /** Members that were not there before; all of them where nothing was known. */
    List<Object> added() {
        return without(present(), before);
    }

    /** Members that were there before and are no more. */
    List<Object> removed() {
        return now == null || before == null ? List.of() : without(before, now);
    }

    /** Those there now and those there before, each once. */
    List<Object> presentOrRemoved() {
        List<Object> all = new ArrayList<>(present());
        all.addAll(removed());
        return all;
    }

    boolean isChanged() {
        return now != null
                && (before == null
                        ? !now.isEmpty()
                        : !added().isEmpty() || !removed().isEmpty());
    }

    private static @Nullable List<Object> now(EntityRow row, RelationLink link) {
        Attribute<?> attribute = link.attribute();
        Object value = row.get(attribute);
        if (!(attribute instanceof ToManyAttribute<?, ?>)) {
            boolean isUnloaded = value instanceof EntityReference && !link.isOwningSide();
            return isUnloaded ? null : value == null ? List.of() : List.of(value);
        }
        if (!(value instanceof Collection<?> collection) || !UntrackedCollection.isTracked(value)) {
            return null;
        }
        if (collection.isEmpty()) {
            return List.of();
        }
        Set<Object> members = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Object> ordered = new ArrayList<>();
        for (Object member : collection) {
            if (member == null) {
                throw new FlushRefusedException(
                        row + "." + attribute.name() + " has a null among its members: remove it");
            }
            if (members.add(member)) {
                ordered.add(member);
            }
        }
        return ordered;
    }

    private static List<Object> without(List<Object> members, @Nullable List<Object> others) {
        if (others == null || others.isEmpty() || members.isEmpty()) {
            return members;
        }
        if (isSame(members, others)) {
            return List.of();
        }
        Set<Object> excluded = Collections.newSetFromMap(new IdentityHashMap<>());
        excluded.addAll(others);
        return members.stream().filter(member -> !excluded.contains(member)).toList();
    }

    private static boolean isSame(List<Object> members, List<Object> others) {
        if (members.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }
}
