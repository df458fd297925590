package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.flush.EntityGraph.Kind;
import io.fluxalchemy.mapping.model.Cascade;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.RelationLink;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.mapping.state.EntityKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows relations from what is added and deleted to what comes with it. Walks with a queue, whatever the depth of the graph. */
final class CascadeWalker {

    private final EntityGraph graph;
    private final List<UnloadedCascade> unloaded = new ArrayList<>();

    CascadeWalker(EntityGraph graph) {
        this.graph = graph;
    }

    /** Relations that had to be followed to delete their members, and are not loaded. */
    List<UnloadedCascade> unloaded() {
        return unloaded;
    }

    /** Deletes what is deleted with these rows. */
    void delete(List<EntityRow> roots) {
        if (roots.isEmpty()) {
            return;
        }
        Deque<EntityRow> queue = new ArrayDeque<>(roots);
        Set<EntityRow> seen = new HashSet<>(roots);
        while (!queue.isEmpty()) {
            EntityRow row = queue.remove();
            for (RelationLink link : graph.relations(row)) {
                if (!link.cascades().contains(Cascade.REMOVE) && !link.orphanRemoval()) {
                    continue;
                }
                RelationMembers members = RelationMembers.of(row, link);
                if (members.now() == null && row.entry() != null) {
                    unloaded.add(new UnloadedCascade(row.entry(), link));
                }
                for (Object member : members.presentOrRemoved()) {
                    EntityRow target = deletable(row, link, member);
                    if (target != null && seen.add(target)) {
                        graph.delete(target);
                        queue.add(target);
                    }
                }
            }
        }
    }

    /** Takes in what is new and comes with entities that are new or managed; refuses what is new and does not. */
    void persist() {
        Deque<EntityRow> queue = new ArrayDeque<>(graph.all(Kind.INSERT));
        queue.addAll(graph.all(Kind.MANAGED));
        while (!queue.isEmpty()) {
            EntityRow row = queue.remove();
            for (RelationLink link : graph.relations(row)) {
                if (RelationMembers.isBare(row, link)) {
                    continue;
                }
                boolean cascades = link.cascades().contains(Cascade.PERSIST);
                RelationMembers members = RelationMembers.of(row, link);
                if (graph.is(row, Kind.MANAGED) && isReplacedUnloaded(link, members)) {
                    throw new FlushRefusedException(row + "." + link.attribute().name()
                            + " was replaced before it was loaded: load it with session.load(…), then change it");
                }
                List<Object> added = members.added();
                for (int i = 0; i < added.size(); i++) {
                    Object member = added.get(i);
                    if (graph.row(member) != null
                            || member instanceof EntityReference
                            || isUnchanged(row, link, member)) {
                        continue;
                    }
                    Lifecycle lifecycle = Lifecycle.of(graph.mapping().modelOf(member), member);
                    if (cascades && lifecycle != Lifecycle.DETACHED) {
                        queue.add(graph.insert(member));
                    } else if (!cascades && lifecycle == Lifecycle.TRANSIENT) {
                        throw transientMember(row, link, member);
                    }
                }
            }
        }
    }

    private @Nullable EntityRow deletable(EntityRow row, RelationLink link, Object member) {
        EntityRow known = graph.row(member);
        if (known != null || !(member instanceof EntityReference reference)) {
            return known;
        }
        EntityModel<?> model = link.target().model();
        EntityRow loaded = graph.find(model, EntityKey.ofId(model, reference.referencedId()));
        if (loaded == null && row.entry() != null) {
            unloaded.add(new UnloadedCascade(row.entry(), link));
        }
        return loaded;
    }

    /** Whether members would be lost, or left over, because nobody knows who was there before. */
    private static boolean isReplacedUnloaded(RelationLink link, RelationMembers members) {
        if (members.now() == null || members.before() != null) {
            return false;
        }
        boolean isLosingOrphan =
                !link.isOwningSide() && link.orphanRemoval() && !members.now().isEmpty();
        return link.isToMany() || isLosingOrphan;
    }

    /** Whether a to-one of a managed row leads where it led before, to an object this session does not manage. */
    private static boolean isUnchanged(EntityRow row, RelationLink link, Object member) {
        if (row.snapshot() == null || !(link.attribute() instanceof ToOneAttribute<?, ?> one) || !link.isOwningSide()) {
            return false;
        }
        Object key = ForeignKeys.keyOf(link.target().model(), member);
        return key != null
                && key.equals(ForeignKeys.before(row, one, link.target().model()));
    }

    private static FlushRefusedException transientMember(EntityRow row, RelationLink link, Object member) {
        String annotation = link.attribute() instanceof ToManyAttribute<?, ?> ? "to-many" : "to-one";
        return new FlushRefusedException(row + "." + link.attribute().name() + " leads to a "
                + member.getClass().getSimpleName()
                + " that is not in this session and not in the database: add it with "
                + "session.add(…), or declare cascade = PERSIST on the " + annotation + " " + link.describe());
    }
}
