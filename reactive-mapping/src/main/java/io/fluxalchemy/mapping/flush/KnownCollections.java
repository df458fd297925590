package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.flush.EntityGraph.Kind;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.RelationLink;
import io.fluxalchemy.mapping.state.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of an entity's loaded relations as a flush found them: what the next flush compares with. */
record KnownCollections(EntityRow row, Map<String, List<Object>> members) {

    /** Those of managed entities whose collections changed. */
    static List<KnownCollections> ofManaged(EntityGraph graph) {
        List<KnownCollections> all = new ArrayList<>();
        for (EntityRow row : graph.all(Kind.MANAGED)) {
            Map<String, List<Object>> changed = Map.of();
            for (RelationLink link : graph.relations(row)) {
                if (isRemembered(link) && !RelationMembers.isBare(row, link)) {
                    RelationMembers members = RelationMembers.of(row, link);
                    if (members.now() != null && members.isChanged()) {
                        changed = with(changed, link, members.now());
                    }
                }
            }
            if (!changed.isEmpty()) {
                all.add(new KnownCollections(row, changed));
            }
        }
        return all;
    }

    /** Those of entities that are inserted; where all are empty, as they mostly are, rows of a class share them. */
    static final class OfInserts {

        private final EntityGraph graph;
        private @Nullable EntityModel<?> lastModel;
        private Map<String, List<Object>> empty = Map.of();

        OfInserts(EntityGraph graph) {
            this.graph = graph;
        }

        Map<String, List<Object>> of(EntityRow row) {
            RelationLink[] links = graph.relations(row);
            if (row.model() != lastModel) {
                empty = Map.of();
                for (RelationLink link : links) {
                    empty = isRemembered(link) ? with(empty, link, List.of()) : empty;
                }
                lastModel = row.model();
            }
            Map<String, List<Object>> known = Map.of();
            boolean isBare = true;
            for (RelationLink link : links) {
                isBare &= !isRemembered(link) || RelationMembers.isBare(row, link);
            }
            for (int i = 0; i < links.length && !isBare; i++) {
                if (isRemembered(links[i])) {
                    known = with(
                            known, links[i], RelationMembers.of(row, links[i]).present());
                }
            }
            return isBare ? empty : known;
        }
    }

    Snapshot applyTo(Snapshot snapshot) {
        return snapshot.withCollections(members);
    }

    private static boolean isRemembered(RelationLink link) {
        return link.isToMany() || !link.isOwningSide();
    }

    /** Most entities have one such relation or none, and there may be very many entities. */
    private static Map<String, List<Object>> with(
            Map<String, List<Object>> changed, RelationLink link, List<Object> members) {
        String name = link.attribute().name();
        List<Object> kept = List.copyOf(members);
        if (changed.isEmpty()) {
            return Map.of(name, kept);
        }
        Map<String, List<Object>> more = new LinkedHashMap<>(changed);
        more.put(name, kept);
        return more;
    }
}
