package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.Mapping;
import io.fluxalchemy.mapping.model.RelationLink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The roots of entities, which stand for their tables, in groups, each after those its foreign keys refer to. Entities that refer to each other in a circle, or to
 * themselves, share a group. The order is that of the mapping wherever keys leave a choice, so that all flushes write tables in
 * one order and do not wait for each other crosswise.
 */
final class TableOrder {

    private final Mapping mapping;
    private final List<List<EntityModel<?>>> groups = new ArrayList<>();
    private final Map<EntityModel<?>, Integer> index = new HashMap<>();
    private final Map<EntityModel<?>, Integer> low = new HashMap<>();
    private final Deque<EntityModel<?>> open = new ArrayDeque<>();

    private TableOrder(Mapping mapping) {
        this.mapping = mapping;
    }

    static List<List<EntityModel<?>>> of(Mapping mapping) {
        TableOrder order = new TableOrder(mapping);
        for (EntityModel<?> each : mapping.models()) {
            EntityModel<?> model = each.root();
            if (!order.index.containsKey(model)) {
                order.visit(model);
            }
        }
        return order.groups;
    }

    /** Tarjan's strongly connected components; recursion is as deep as the chain of tables, not of rows. */
    private void visit(EntityModel<?> model) {
        int number = index.size();
        index.put(model, number);
        low.put(model, number);
        open.push(model);
        for (EntityModel<?> target : targets(model)) {
            if (!index.containsKey(target)) {
                visit(target);
                low.merge(model, low.getOrDefault(target, number), Math::min);
            } else if (open.contains(target)) {
                low.merge(model, index.getOrDefault(target, number), Math::min);
            }
        }
        if (low.getOrDefault(model, number) == number) {
            List<EntityModel<?>> group = new ArrayList<>();
            EntityModel<?> member;
            do {
                member = open.pop();
                group.add(0, member);
            } while (member != model);
            groups.add(group);
        }
    }

    /** The roots that foreign keys of a table refer to. */
    private Set<EntityModel<?>> targets(EntityModel<?> root) {
        Set<EntityModel<?>> targets = new LinkedHashSet<>();
        for (EntityModel<?> member : mapping.members(root)) {
            for (RelationLink link : mapping.relations(member)) {
                if (!link.isToMany() && link.isOwningSide()) {
                    targets.add(link.target().model().root());
                }
            }
        }
        return targets;
    }
}
