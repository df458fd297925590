package io.fluxalchemy.schema;

import io.fluxalchemy.sql.tree.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables so that each comes after those it refers to, as far as there is no circle.
 *
 * @param tables in the order to create them
 * @param late the foreign keys that close a circle: they refer to a table that is created later
 */
record CreationOrder(List<TableDefinition> tables, Map<TableDefinition, List<ForeignKey>> late) {

    static CreationOrder of(List<TableDefinition> tables) {
        List<TableDefinition> waiting = new ArrayList<>(tables);
        List<TableDefinition> ordered = new ArrayList<>();
        Map<TableDefinition, List<ForeignKey>> late = new LinkedHashMap<>();
        Set<TableName> created = new HashSet<>();
        while (!waiting.isEmpty()) {
            // the first with the fewest open keys: none, or, where all that is left is circles, as few late keys as
            // possible
            TableDefinition next = waiting.stream()
                    .min(Comparator.comparingInt(table -> open(table, created).size()))
                    .orElseThrow();
            List<ForeignKey> open = open(next, created);
            if (!open.isEmpty()) {
                late.put(next, open);
            }
            waiting.remove(next);
            created.add(next.tableName());
            ordered.add(next);
        }
        return new CreationOrder(List.copyOf(ordered), late);
    }

    private static List<ForeignKey> open(TableDefinition table, Set<TableName> created) {
        return table.keys().stream()
                .filter(key -> !key.target().equals(table.tableName()) && !created.contains(key.target()))
                .toList();
    }
}
