package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.flush.EntityGraph.Kind;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.RelationLink;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the inverse sides of relations say about foreign keys. The owning side is right wherever it was changed; where it was
 * left alone, a member put into a collection belongs to the collection's owner, and one taken out of it belongs to nobody.
 */
final class KeyClaims {

    private final EntityGraph graph;
    private final Map<EntityRow, Map<ToOneAttribute<?, ?>, Claim>> claims = new IdentityHashMap<>();
    private final List<EntityRow> orphans = new ArrayList<>();

    /**
     * What one to-one is to be, though its field says otherwise.
     *
     * @param owner null to lead nowhere
     */
    record Claim(
            EntityRow row,
            ToOneAttribute<?, ?> attribute,
            @Nullable EntityRow owner) {}

    KeyClaims(EntityGraph graph) {
        this.graph = graph;
    }

    /** Members of orphan-removing relations that belong to nobody any more. */
    List<EntityRow> orphans() {
        return orphans;
    }

    List<Claim> all() {
        if (claims.isEmpty()) {
            return List.of();
        }
        return claims.values().stream().flatMap(its -> its.values().stream()).toList();
    }

    /** What a to-one leads to, by claim or by its field. */
    @Nullable
    Object target(EntityRow row, ToOneAttribute<?, ?> one) {
        Claim claim =
                claims.isEmpty() ? null : claims.getOrDefault(row, Map.of()).get(one);
        if (claim == null) {
            return row.get(one);
        }
        return claim.owner() == null ? null : claim.owner().entity();
    }

    void collect() {
        List<EntityRow> owners = new ArrayList<>(graph.all(Kind.INSERT));
        owners.addAll(graph.all(Kind.MANAGED));
        for (EntityRow owner : owners) {
            for (RelationLink link : graph.relations(owner)) {
                if (!link.isOwningSide()
                        && link.inverse() instanceof ToOneAttribute<?, ?> one
                        && !RelationMembers.isBare(owner, link)) {
                    RelationMembers.of(owner, link).added().forEach(member -> added(owner, link, one, member));
                }
            }
        }
        for (EntityRow owner : graph.all(Kind.MANAGED)) {
            for (RelationLink link : graph.relations(owner)) {
                if (!link.isOwningSide()
                        && link.inverse() instanceof ToOneAttribute<?, ?> one
                        && !RelationMembers.isBare(owner, link)) {
                    RelationMembers.of(owner, link).removed().forEach(member -> removed(owner, link, one, member));
                } else if (link.isOwningSide()
                        && link.orphanRemoval()
                        && link.attribute() instanceof ToOneAttribute<?, ?> one) {
                    replaced(owner, link, one);
                }
            }
        }
    }

    private void added(EntityRow owner, RelationLink link, ToOneAttribute<?, ?> one, Object member) {
        EntityRow row = graph.row(member);
        if (row == null || graph.is(row, Kind.DELETE)) {
            if (row == null && !(member instanceof EntityReference)) {
                throw new FlushRefusedException(
                        owner + "." + link.attribute().name() + " has a member that is not in this session, a "
                                + link.target().model()
                                + " with an id: take it in with session.merge(…) and add what that returns");
            }
            return;
        }
        Object current = row.get(one);
        if (leadsTo(current, owner) || isChanged(row, one, owner, current)) {
            return;
        }
        Claim claim = new Claim(row, one, owner);
        Claim other = claims.computeIfAbsent(row, r -> new IdentityHashMap<>()).putIfAbsent(one, claim);
        if (other != null && other.owner() != owner) {
            throw new FlushRefusedException(row + " was put into " + link.describe() + " of both " + other.owner()
                    + " and " + owner + ": leave it in one of them, or set " + row.model() + "." + one.name());
        }
    }

    private void removed(EntityRow owner, RelationLink link, ToOneAttribute<?, ?> one, Object member) {
        EntityRow row = graph.row(member);
        if (!graph.is(row, Kind.MANAGED) || row == null) {
            return;
        }
        Object target = target(row, one);
        if (target != null && !leadsTo(target, owner)) {
            return;
        }
        if (link.orphanRemoval()) {
            orphans.add(row);
        } else if (target != null && one.nullable()) {
            claims.computeIfAbsent(row, r -> new IdentityHashMap<>()).put(one, new Claim(row, one, null));
        } else if (target != null) {
            throw new FlushRefusedException(row + " was removed from " + owner + "."
                    + link.attribute().name() + ", but "
                    + row.model() + "." + one.name() + " must not be null: give it another " + owner.model()
                    + ", delete it with session.delete(…), or declare orphanRemoval = true on " + link.describe());
        }
    }

    /** The entity that a to-one with orphan removal led to before, if it leads elsewhere now. */
    private void replaced(EntityRow owner, RelationLink link, ToOneAttribute<?, ?> one) {
        Object key = ForeignKeys.before(owner, one, link.target().model());
        EntityRow before = key == null ? null : graph.find(link.target().model(), key);
        Object current = owner.get(one);
        if (before != null && graph.is(before, Kind.MANAGED) && !leadsTo(current, before)) {
            orphans.add(before);
        }
    }

    /** Whether the owning side was set to something else than it was, so that it is right. */
    private static boolean isChanged(
            EntityRow row, ToOneAttribute<?, ?> one, EntityRow owner, @Nullable Object current) {
        if (row.snapshot() == null) {
            return current != null;
        }
        Object before = ForeignKeys.before(row, one, owner.model());
        Object now = current == null ? null : ForeignKeys.keyOf(owner.model(), current);
        return current != null && now == null || !Objects.equals(before, now);
    }

    private static boolean leadsTo(@Nullable Object target, EntityRow owner) {
        if (target == null || target == owner.entity()) {
            return target != null;
        }
        return target instanceof EntityReference
                && owner.key() != null
                && owner.key().equals(ForeignKeys.keyOf(owner.model(), target));
    }
}
