package io.fluxalchemy.mapping.flush;

import java.util.List;
import java.util.Set;

/**
 * Everything one flush has to write, not yet in an order.
 *
 * @param deletes rows with the values last known of them
 * @param insertEdges references between rows that are inserted
 * @param deleteEdges references between rows that are deleted
 * @param released rows to delete that a row to update still refers to until then
 * @param claims to-ones that follow the inverse side of their relation
 * @param known managed entities whose collections are to be remembered as they were found
 */
record ChangeSet(
        List<RowChange> inserts,
        List<RowChange> updates,
        List<RowChange> deletes,
        List<RowEdge> insertEdges,
        List<RowEdge> deleteEdges,
        Set<EntityRow> released,
        List<LinkChange> links,
        List<LinkChange> unlinks,
        List<KeyClaims.Claim> claims,
        List<KnownCollections> known) {}
