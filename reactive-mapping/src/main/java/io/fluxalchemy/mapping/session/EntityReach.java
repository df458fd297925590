package io.fluxalchemy.mapping.session;

import io.fluxalchemy.mapping.model.Attribute;
import io.fluxalchemy.mapping.model.Cascade;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.Mapping;
import io.fluxalchemy.mapping.model.RelationLink;
import io.fluxalchemy.mapping.state.UntrackedCollection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects a verb reaches from one object over relations that cascade it, as far as they are loaded. */
final class EntityReach {

    private final Mapping mapping;
    private final Cascade cascade;

    EntityReach(Mapping mapping, Cascade cascade) {
        this.mapping = mapping;
        this.cascade = cascade;
    }

    /** The object itself first, each object once. */
    List<Object> from(Object start) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Object> reached = new ArrayList<>();
        Deque<Object> waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            Object next = waiting.poll();
            if (next instanceof EntityReference || !seen.add(next)) {
                continue;
            }
            reached.add(next);
            for (RelationLink link : mapping.relations(mapping.modelOf(next))) {
                if (link.cascades().contains(cascade)) {
                    waiting.addAll(targets(field(link, next)));
                }
            }
        }
        return reached;
    }

    @SuppressWarnings("unchecked") // a relation's attribute belongs to the class of the entity it was asked for
    static @Nullable Object field(RelationLink link, Object entity) {
        return ((Attribute<Object>) link.attribute()).access().get(entity);
    }

    static Collection<?> targets(@Nullable Object field) {
        if (field instanceof Collection<?> members) {
            return UntrackedCollection.isUnloaded(members)
                    ? List.of()
                    : members.stream().filter(m -> m != null).toList();
        }
        return field == null ? List.of() : List.of(field);
    }
}
