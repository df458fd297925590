package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.Mapping;
import io.fluxalchemy.mapping.state.IdentityMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Puts what changed in a session into an order that foreign keys allow: links are taken out and rows deleted first, so that what
 * they held free can be used again; then rows are inserted, those referred to before those that refer; then rows are updated and
 * linked; last, rows are deleted that an updated row referred to. Pure: neither session nor entities are changed.
 *
 * <p>Foreign keys decide the order, other constraints do not: two rows that swap values of a unique column need two flushes, since
 * databases check such values row by row.
 *
 * <p>Thread-safe; one serves all sessions of a factory.
 */
public final class FlushPlanner {

    private final Mapping mapping;
    private final List<List<EntityModel<?>>> order;

    public FlushPlanner(Mapping mapping) {
        this.mapping = mapping;
        this.order = TableOrder.of(mapping);
    }

    /** Relations that must be loaded before {@link #plan}, because their members are to be deleted with their owners. */
    public List<UnloadedCascade> unloadedCascades(IdentityMap identityMap) {
        return ChangeDetector.of(mapping, identityMap).unloaded();
    }

    /**
     * Plans to write everything that changed in a session.
     *
     * @throws FlushRefusedException if something in it cannot be written; nothing has been
     */
    public FlushPlan plan(IdentityMap identityMap) {
        ChangeSet changes = ChangeDetector.of(mapping, identityMap).changes();
        Set<EntityRow> late = late(changes);
        StepMaker steps = new StepMaker(mapping);
        steps.fetchIds(changes.inserts());
        steps.unlink(changes.unlinks());
        delete(changes, steps, row -> !late.contains(row));
        insert(changes, steps);
        update(changes, steps);
        steps.link(changes.links());
        delete(changes, steps, late::contains);
        return new FlushPlan(steps.steps(), changes);
    }

    private void insert(ChangeSet changes, StepMaker steps) {
        if (changes.inserts().isEmpty()) {
            return;
        }
        if (changes.insertEdges().isEmpty()) {
            each(changes.inserts(), inserts -> steps.insert(inserts, List.of()));
            return;
        }
        List<RowEdge> deferred = new ArrayList<>();
        Map<EntityRow, RowChange> inserts = byRow(changes.inserts());
        for (List<EntityModel<?>> group : order) {
            List<EntityRow> rows = rows(changes.inserts(), group);
            if (rows.isEmpty()) {
                continue;
            }
            RowLevels levels = RowLevels.of(rows, changes.insertEdges());
            deferred.addAll(levels.deferred());
            for (List<EntityRow> level : levels.levels()) {
                group.forEach(model -> steps.insert(of(inserts, level, model), levels.deferred()));
            }
        }
        steps.setKeys(deferred, changes.inserts());
    }

    private void update(ChangeSet changes, StepMaker steps) {
        if (!changes.updates().isEmpty()) {
            each(changes.updates(), steps::update);
        }
    }

    /** Gives out changes table by table, in the order of tables. */
    private void each(List<RowChange> changes, Consumer<List<RowChange>> tables) {
        Map<EntityModel<?>, List<RowChange>> byTable = new HashMap<>();
        EntityModel<?> last = null;
        List<RowChange> ofLast = List.of();
        for (RowChange change : changes) {
            EntityModel<?> model = change.row().model();
            if (model != last) {
                ofLast = byTable.computeIfAbsent(model.root(), root -> new ArrayList<>());
                last = model;
            }
            ofLast.add(change);
        }
        for (List<EntityModel<?>> group : order) {
            for (EntityModel<?> table : group) {
                List<RowChange> of = byTable.get(table);
                if (of != null) {
                    tables.accept(of);
                }
            }
        }
    }

    private void delete(ChangeSet changes, StepMaker steps, Predicate<EntityRow> which) {
        if (changes.deletes().isEmpty()) {
            return;
        }
        List<RowChange> deletes = changes.deletes().stream()
                .filter(change -> which.test(change.row()))
                .toList();
        Map<EntityRow, RowChange> byRow = byRow(deletes);
        for (int i = order.size() - 1; i >= 0; i--) {
            List<EntityModel<?>> group = order.get(i);
            RowLevels levels = RowLevels.of(rows(deletes, group), changes.deleteEdges());
            steps.clearKeys(levels.deferred());
            for (int level = levels.levels().size() - 1; level >= 0; level--) {
                for (EntityModel<?> model : group) {
                    steps.delete(of(byRow, levels.levels().get(level), model));
                }
            }
        }
    }

    /** Rows to delete after updates: those that updated rows refer to until then, and what they refer to in turn. */
    private static Set<EntityRow> late(ChangeSet changes) {
        if (changes.released().isEmpty()) {
            return Set.of();
        }
        Set<EntityRow> late = new HashSet<>(changes.released());
        boolean isGrowing = true;
        while (isGrowing) {
            isGrowing = false;
            for (RowEdge edge : changes.deleteEdges()) {
                if (late.contains(edge.from())) {
                    isGrowing |= late.add(edge.to());
                }
            }
        }
        return late;
    }

    private static List<EntityRow> rows(List<RowChange> changes, List<EntityModel<?>> group) {
        List<EntityRow> rows = new ArrayList<>();
        for (RowChange change : changes) {
            if (group.contains(change.row().model().root())) {
                rows.add(change.row());
            }
        }
        return rows;
    }

    private static Map<EntityRow, RowChange> byRow(List<RowChange> changes) {
        Map<EntityRow, RowChange> byRow = new HashMap<>();
        changes.forEach(change -> byRow.put(change.row(), change));
        return byRow;
    }

    private static List<RowChange> of(Map<EntityRow, RowChange> changes, List<EntityRow> rows, EntityModel<?> model) {
        List<RowChange> of = new ArrayList<>();
        for (EntityRow row : rows) {
            RowChange change = changes.get(row);
            if (change != null && row.model().root() == model) {
                of.add(change);
            }
        }
        return of;
    }
}
