package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.flush.EntityGraph.Kind;
import io.fluxalchemy.mapping.model.RelationLink;
import io.fluxalchemy.mapping.state.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of an entity's loaded relations as a flush found them: what the next flush compares with. */
record KnownCollections(EntityRow row, Map<String, List<Object>> members) {

    /** Those of every entity that is inserted, and of managed ones whose collections changed. */
    static List<KnownCollections> of(EntityGraph graph) {
        List<EntityRow> inserted = graph.all(Kind.INSERT);
        List<KnownCollections> all = new ArrayList<>(inserted.size());
        inserted.forEach(row -> add(graph, row, all));
        graph.all(Kind.MANAGED).forEach(row -> add(graph, row, all));
        return all;
    }

    Snapshot applyTo(Snapshot snapshot) {
        return snapshot.withCollections(members);
    }

    private static void add(EntityGraph graph, EntityRow row, List<KnownCollections> all) {
        Map<String, List<Object>> changed = Map.of();
        for (RelationLink link : graph.relations(row)) {
            if (!link.isToMany() && link.isOwningSide()) {
                continue;
            }
            RelationMembers members = RelationMembers.of(row, link);
            if (graph.is(row, Kind.INSERT)) {
                changed = with(changed, link, members.present());
            } else if (members.now() != null && members.isChanged()) {
                changed = with(changed, link, members.now());
            }
        }
        if (!changed.isEmpty()) {
            all.add(new KnownCollections(row, changed));
        }
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
