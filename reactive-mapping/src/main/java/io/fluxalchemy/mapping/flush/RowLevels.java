package io.fluxalchemy.mapping.flush;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of tables that refer to each other, in levels: each row stands in a later level than the rows it refers to. Where rows
 * refer to each other in a circle, one reference that may be NULL is put off.
 */
final class RowLevels {

    private final Map<EntityRow, List<RowEdge>> unresolved = new LinkedHashMap<>();
    private final Map<EntityRow, List<RowEdge>> dependents = new HashMap<>();
    private final List<List<EntityRow>> levels = new ArrayList<>();
    private final List<RowEdge> deferred = new ArrayList<>();

    private RowLevels(List<EntityRow> rows, List<RowEdge> edges) {
        rows.forEach(row -> unresolved.put(row, new ArrayList<>()));
        for (RowEdge edge : edges) {
            List<RowEdge> of = unresolved.get(edge.from());
            if (of != null && unresolved.containsKey(edge.to())) {
                of.add(edge);
                dependents.computeIfAbsent(edge.to(), r -> new ArrayList<>()).add(edge);
            }
        }
    }

    /** @throws FlushRefusedException if rows refer to each other in a circle none of whose references may be NULL */
    static RowLevels of(List<EntityRow> rows, List<RowEdge> edges) {
        if (edges.isEmpty()) {
            return independent(rows);
        }
        RowLevels order = new RowLevels(rows, edges);
        order.run();
        return order;
    }

    private static RowLevels independent(List<EntityRow> rows) {
        RowLevels order = new RowLevels(List.of(), List.of());
        if (!rows.isEmpty()) {
            order.levels.add(rows);
        }
        return order;
    }

    List<List<EntityRow>> levels() {
        return levels;
    }

    /** References to write after all rows. */
    List<RowEdge> deferred() {
        return deferred;
    }

    private void run() {
        List<EntityRow> ready =
                unresolved.keySet().stream().filter(this::isReady).toList();
        while (!unresolved.isEmpty()) {
            while (ready.isEmpty()) {
                ready = breakCircles();
            }
            levels.add(ready);
            ready.forEach(unresolved::remove);
            List<EntityRow> next = new ArrayList<>();
            for (EntityRow row : ready) {
                for (RowEdge edge : dependents.getOrDefault(row, List.of())) {
                    resolve(edge, next);
                }
            }
            ready = next;
        }
    }

    private boolean isReady(EntityRow row) {
        return unresolved.getOrDefault(row, List.of()).isEmpty();
    }

    private void resolve(RowEdge edge, List<EntityRow> ready) {
        List<RowEdge> of = unresolved.get(edge.from());
        if (of != null && of.remove(edge) && of.isEmpty()) {
            ready.add(edge.from());
        }
    }

    /** Breaks one circle for every row that stands in one; each row is passed once, however long the chains are. */
    private List<EntityRow> breakCircles() {
        Set<EntityRow> passed = new HashSet<>();
        List<EntityRow> ready = new ArrayList<>();
        for (EntityRow start : List.copyOf(unresolved.keySet())) {
            Map<EntityRow, RowEdge> walk = new LinkedHashMap<>();
            EntityRow row = start;
            while (row != null && passed.add(row)) {
                RowEdge edge = first(row);
                if (edge == null) {
                    row = null;
                } else {
                    walk.put(row, edge);
                    row = edge.to();
                }
            }
            if (row != null && walk.containsKey(row)) {
                RowEdge broken = weakest(walk, row);
                deferred.add(broken);
                resolve(broken, ready);
            }
        }
        return ready;
    }

    private @Nullable RowEdge first(EntityRow row) {
        List<RowEdge> edges = unresolved.getOrDefault(row, List.of());
        return edges.isEmpty() ? null : edges.get(0);
    }

    private static RowEdge weakest(Map<EntityRow, RowEdge> walk, EntityRow start) {
        List<RowEdge> circle = new ArrayList<>();
        for (RowEdge edge : walk.values()) {
            if (edge.from() == start || !circle.isEmpty()) {
                circle.add(edge);
            }
        }
        return circle.stream()
                .filter(RowEdge::isDeferrable)
                .findFirst()
                .orElseThrow(() -> new FlushRefusedException(
                        "these refer to each other in a circle, and none of the references may be "
                                + "null, so no row can be written first: "
                                + circle.stream()
                                        .map(edge -> edge.from() + "."
                                                + edge.attribute().name() + " to " + edge.to())
                                        .collect(Collectors.joining(", "))
                                + "; make one of these attributes nullable and updatable"));
    }
}
