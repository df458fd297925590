package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.flush.EntityGraph.Kind;
import io.fluxalchemy.mapping.model.Mapping;
import io.fluxalchemy.mapping.state.IdentityMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds out what one flush has to write: follows cascades, settles who owns what, compares with snapshots. Changes nothing, in
 * the session or in entities; refuses what cannot be written.
 */
final class ChangeDetector {

    private final EntityGraph graph;

    private ChangeDetector(EntityGraph graph) {
        this.graph = graph;
    }

    /** What changed in a session. */
    static ChangeDetector of(Mapping mapping, IdentityMap identityMap) {
        return new ChangeDetector(new EntityGraph(mapping, identityMap));
    }

    /** Relations that must be loaded before {@link #changes()}, because their members are to be deleted. */
    List<UnloadedCascade> unloaded() {
        CascadeWalker walker = new CascadeWalker(graph);
        walker.delete(graph.all(Kind.DELETE));
        return walker.unloaded();
    }

    ChangeSet changes() {
        CascadeWalker walker = new CascadeWalker(graph);
        walker.delete(graph.all(Kind.DELETE));
        walker.persist();
        KeyClaims claims = new KeyClaims(graph);
        claims.collect();
        claims.orphans().forEach(graph::delete);
        walker.delete(claims.orphans());
        requireLoaded(walker.unloaded());

        ForeignKeys foreignKeys = new ForeignKeys(graph, claims);
        ColumnValues values = new ColumnValues(foreignKeys);
        LinkDetector links = new LinkDetector(graph);
        List<EntityRow> inserted = graph.all(Kind.INSERT);
        inserted.forEach(InsertDetector::prepareKey);
        graph.requireOneObjectPerRow();
        links.collect();
        InsertDetector inserts = new InsertDetector(values, graph);
        List<RowChange> updates = updates(new UpdateDetector(values));
        RowEdges edges = new RowEdges(graph);
        return new ChangeSet(
                inserts(inserted, inserts),
                updates,
                deletes(),
                edges.ofInserts(foreignKeys),
                edges.ofDeletes(),
                edges.released(updates),
                links.links(),
                links.unlinks(),
                kept(claims.all()),
                KnownCollections.ofManaged(graph));
    }

    private List<KeyClaims.Claim> kept(Collection<KeyClaims.Claim> claims) {
        List<KeyClaims.Claim> kept = new ArrayList<>(claims.size());
        for (KeyClaims.Claim claim : claims) {
            if (!graph.is(claim.row(), Kind.DELETE)) {
                kept.add(claim);
            }
        }
        return kept;
    }

    private List<RowChange> updates(UpdateDetector detector) {
        List<RowChange> updates = new ArrayList<>();
        for (EntityRow row : graph.all(Kind.MANAGED)) {
            RowChange change = detector.change(row);
            if (change != null) {
                updates.add(change);
            }
        }
        return updates;
    }

    private List<RowChange> deletes() {
        RowShapes shapes = new RowShapes();
        List<RowChange> deletes = new ArrayList<>();
        for (EntityRow row : graph.all(Kind.DELETE)) {
            RowShape shape = shapes.of(row.model(), List.of(), List.of());
            deletes.add(new RowChange(row, UpdateDetector.known(row), shape));
        }
        return deletes;
    }

    private static List<RowChange> inserts(List<EntityRow> rows, InsertDetector detector) {
        List<RowChange> inserts = new ArrayList<>(rows.size());
        for (EntityRow row : rows) {
            inserts.add(detector.change(row));
        }
        return inserts;
    }

    private static void requireLoaded(List<UnloadedCascade> unloaded) {
        if (!unloaded.isEmpty()) {
            UnloadedCascade first = unloaded.get(0);
            throw new FlushRefusedException(
                    first.owner().model() + "#" + first.owner().key() + " is deleted and "
                            + first.relation().describe()
                            + " with it, which is not loaded: load it first with session.load(…)");
        }
    }
}
