package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.flush.EntityGraph.Kind;
import io.fluxalchemy.mapping.model.Attribute;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds which rows of one flush refer to which others. */
final class RowEdges {

    private final EntityGraph graph;
    private final Map<EntityModel<?>, List<ToOneAttribute<?, ?>>> keys = new HashMap<>();

    RowEdges(EntityGraph graph) {
        this.graph = graph;
    }

    List<RowEdge> ofInserts(ForeignKeys foreignKeys) {
        List<RowEdge> edges = new ArrayList<>();
        for (EntityRow row : graph.all(Kind.INSERT)) {
            for (ToOneAttribute<?, ?> one : keys(row.model())) {
                EntityRow target = foreignKeys.inserted(row, one);
                if (target != null) {
                    edges.add(new RowEdge(row, target, one));
                }
            }
        }
        return edges;
    }

    List<RowEdge> ofDeletes() {
        List<RowEdge> edges = new ArrayList<>();
        for (EntityRow row : graph.all(Kind.DELETE)) {
            for (ToOneAttribute<?, ?> one : keys(row.model())) {
                EntityRow target = before(row, one);
                if (target != null && graph.is(target, Kind.DELETE)) {
                    edges.add(new RowEdge(row, target, one));
                }
            }
        }
        return edges;
    }

    Set<EntityRow> released(List<RowChange> updates) {
        Set<EntityRow> released = new LinkedHashSet<>();
        for (RowChange update : updates) {
            EntityModel<?> model = update.row().model();
            for (int position : update.written()) {
                if (model.columns().all().get(position).attribute() instanceof ToOneAttribute<?, ?> one) {
                    EntityRow target = before(update.row(), one);
                    if (target != null && graph.is(target, Kind.DELETE)) {
                        released.add(target);
                    }
                }
            }
        }
        return released;
    }

    private @Nullable EntityRow before(EntityRow row, ToOneAttribute<?, ?> one) {
        EntityModel<?> model = one.target().get().model();
        Object key = ForeignKeys.before(row, one, model);
        return key == null ? null : graph.find(model, key);
    }

    private List<ToOneAttribute<?, ?>> keys(EntityModel<?> model) {
        List<ToOneAttribute<?, ?>> known = keys.get(model);
        if (known == null) {
            known = new ArrayList<>();
            for (Attribute<?> attribute : model.attributes()) {
                if (attribute instanceof ToOneAttribute<?, ?> one && one.mappedBy() == null) {
                    known.add(one);
                }
            }
            keys.put(model, known);
        }
        return known;
    }
}
