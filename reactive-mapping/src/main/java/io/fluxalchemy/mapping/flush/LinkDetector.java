package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.flush.EntityGraph.Kind;
import io.fluxalchemy.mapping.model.ColumnPair;
import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.LinkTable;
import io.fluxalchemy.mapping.model.RelationLink;
import io.fluxalchemy.mapping.state.EntityKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares many-to-many relations with what was last known of them; a link changed on both sides is written once. */
final class LinkDetector {

    private final EntityGraph graph;
    private final Map<Link, LinkChange> links = new LinkedHashMap<>();
    private final Map<Link, LinkChange> unlinks = new LinkedHashMap<>();
    private final List<LinkChange> ends = new ArrayList<>();

    /** A row of a link table by the two it links, seen from the table's owning side. */
    private record Link(LinkTable table, Object near, Object far) {}

    LinkDetector(EntityGraph graph) {
        this.graph = graph;
    }

    List<LinkChange> links() {
        return List.copyOf(links.values());
    }

    List<LinkChange> unlinks() {
        List<LinkChange> all = new ArrayList<>(unlinks.values());
        all.addAll(ends);
        return all;
    }

    void collect() {
        for (Kind kind : List.of(Kind.INSERT, Kind.MANAGED)) {
            for (EntityRow row : graph.all(kind)) {
                for (RelationLink link : graph.relations(row)) {
                    if (link.linkTable() == null || RelationMembers.isBare(row, link)) {
                        continue;
                    }
                    RelationMembers members = RelationMembers.of(row, link);
                    put(links, row, link, members.added());
                    put(unlinks, row, link, members.removed());
                }
            }
        }
        Set<Link> seen = new HashSet<>();
        for (EntityRow row : graph.all(Kind.DELETE)) {
            for (RelationLink link : graph.relations(row)) {
                end(row, link, seen);
            }
        }
    }

    private void put(Map<Link, LinkChange> changes, EntityRow row, RelationLink link, List<Object> members) {
        for (int i = 0; i < members.size(); i++) {
            put(changes, row, link, members.get(i));
        }
    }

    private void put(Map<Link, LinkChange> changes, EntityRow row, RelationLink link, Object member) {
        EntityRow target = graph.row(member);
        if (graph.is(target, Kind.DELETE)) {
            return;
        }
        EntityModel<?> model = link.target().model();
        Object far = target == null ? ForeignKeys.keyOf(model, member) : target;
        if (far == null || link.linkTable() == null) {
            throw new FlushRefusedException(row + "." + link.attribute().name() + " has a " + model
                    + " without id that is not in this session: add it with session.add(…)");
        }
        boolean owning = link.isOwningSide();
        LinkTable table = owning ? link.linkTable() : link.linkTable().fromOtherSide();
        Link key = owning ? new Link(table, row, far) : new Link(table, far, row);
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(parts(key.near(), nearColumns(table.near()), owning ? row.model() : model));
        values.addAll(parts(key.far(), farColumns(table.far()), owning ? model : row.model()));
        changes.putIfAbsent(key, new LinkChange(table, table.columnNames(), values.toArray()));
    }

    /** Every link of a row that is deleted, loaded or not. */
    private void end(EntityRow row, RelationLink link, Set<Link> seen) {
        LinkTable table = link.linkTable();
        if (table == null) {
            return;
        }
        List<String> columns = table.near().stream().map(ColumnPair::right).toList();
        LinkTable seenFromOwner = link.isOwningSide() ? table : table.fromOtherSide();
        if (seen.add(new Link(seenFromOwner, row, columns))) {
            List<@Nullable Object> values = parts(row, nearColumns(table.near()), row.model());
            ends.add(new LinkChange(seenFromOwner, columns, values.toArray()));
        }
    }

    private static List<@Nullable Object> parts(Object ref, List<String> idColumns, EntityModel<?> model) {
        List<@Nullable Object> parts = new ArrayList<>();
        for (String column : idColumns) {
            int part = idPart(model, column);
            parts.add(
                    ref instanceof EntityRow row
                            ? row.keyPart(part)
                            : EntityKey.columnValues(ref).get(part));
        }
        return parts;
    }

    private static List<String> nearColumns(List<ColumnPair> pairs) {
        return pairs.stream().map(ColumnPair::left).toList();
    }

    private static List<String> farColumns(List<ColumnPair> pairs) {
        return pairs.stream().map(ColumnPair::right).toList();
    }

    private static int idPart(EntityModel<?> model, String column) {
        return model.columns().id().stream().map(EntityColumn::name).toList().indexOf(column);
    }
}
