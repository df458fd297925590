package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.flush.FlushStep.Kind;
import io.fluxalchemy.mapping.flush.FlushStep.PlannedRow;
import io.fluxalchemy.mapping.model.DefinedTable;
import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.mapping.model.EntityColumns;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.LinkTable;
import io.fluxalchemy.mapping.model.Mapping;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.sql.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes steps of changes: rows of one table and one shape share a step, sorted by key where the order of locks matters. */
final class StepMaker {

    private final Mapping mapping;
    private final List<FlushStep> steps = new ArrayList<>();

    StepMaker(Mapping mapping) {
        this.mapping = mapping;
    }

    List<FlushStep> steps() {
        return steps;
    }

    void fetchIds(List<RowChange> inserts) {
        Map<EntityModel<?>, FlushStep.FetchIds> byModel = new LinkedHashMap<>();
        for (RowChange insert : inserts) {
            EntityRow row = insert.row();
            Generation.Sequence sequence = sequence(row.model());
            if (row.key() == null && sequence != null) {
                EntityColumn<?> id = row.model().columns().id().get(0);
                byModel.computeIfAbsent(
                                row.model().root(), m -> new FlushStep.FetchIds(sequence, id, new ArrayList<>()))
                        .rows()
                        .add(row);
            }
        }
        steps.addAll(byModel.values());
    }

    void insert(List<RowChange> inserts, List<RowEdge> deferred) {
        Map<EntityRow, Set<ToOneAttribute<?, ?>>> left = new HashMap<>();
        deferred.forEach(
                edge -> left.computeIfAbsent(edge.from(), r -> new HashSet<>()).add(edge.attribute()));
        shapes(inserts).values().forEach(shape -> {
            RowChange first = shape.get(0);
            List<PlannedRow> rows = new ArrayList<>(shape.size());
            for (RowChange insert : shape) {
                rows.add(planned(insert, left.getOrDefault(insert.row(), Set.of())));
            }
            boolean isKeyGiven =
                    first.returned().isEmpty() && sequence(first.row().model()) == null;
            write(
                    Kind.INSERT,
                    first.row().model(),
                    List.of(),
                    first.written(),
                    first.returned(),
                    isKeyGiven ? RowOrder.byKey(rows, first.row().model()) : rows);
        });
    }

    /** Foreign keys that circles of rows left out. */
    void setKeys(List<RowEdge> deferred, List<RowChange> inserts) {
        Map<EntityRow, RowChange> changes = new HashMap<>();
        inserts.forEach(insert -> changes.put(insert.row(), insert));
        byAttribute(deferred).forEach((attribute, edges) -> {
            List<Integer> positions = positions(edges.get(0).from().model(), attribute);
            List<PlannedRow> rows = new ArrayList<>();
            for (RowEdge edge : edges) {
                @Nullable Object[] values = keyValues(edge.from(), false, positions.size());
                RowChange change = changes.get(edge.from());
                for (int i = 0; change != null && i < positions.size(); i++) {
                    values[values.length - positions.size() + i] = change.values()[positions.get(i)];
                }
                rows.add(new PlannedRow(edge.from(), values));
            }
            write(Kind.SET_KEY, edges.get(0).from(), positions, rows);
        });
    }

    /** Foreign keys that circles of rows to delete must lose first. */
    void clearKeys(List<RowEdge> deferred) {
        byAttribute(deferred).forEach((attribute, edges) -> {
            List<Integer> positions = positions(edges.get(0).from().model(), attribute);
            List<PlannedRow> rows = new ArrayList<>();
            for (RowEdge edge : edges) {
                rows.add(new PlannedRow(edge.from(), keyValues(edge.from(), false, positions.size())));
            }
            write(Kind.CLEAR_KEY, edges.get(0).from(), positions, rows);
        });
    }

    void update(List<RowChange> updates) {
        shapes(updates).values().forEach(shape -> {
            RowChange one = shape.get(0);
            List<PlannedRow> rows = new ArrayList<>(shape.size());
            for (RowChange update : shape) {
                List<Integer> written = update.written();
                @Nullable Object[] values = keyValues(update.row(), true, written.size());
                int first = values.length - written.size();
                for (int i = 0; i < written.size(); i++) {
                    values[first + i] = update.values()[written.get(i)];
                }
                rows.add(new PlannedRow(update.row(), values));
            }
            write(
                    Kind.UPDATE,
                    one.row().model(),
                    keyColumns(one.row().model(), true),
                    one.written(),
                    one.returned(),
                    RowOrder.byValues(rows));
        });
    }

    void delete(List<RowChange> deletes) {
        if (deletes.isEmpty()) {
            return;
        }
        List<PlannedRow> rows = new ArrayList<>(deletes.size());
        deletes.forEach(delete -> rows.add(new PlannedRow(delete.row(), keyValues(delete.row(), true, 0))));
        EntityModel<?> model = deletes.get(0).row().model();
        write(Kind.DELETE, model, keyColumns(model, true), List.of(), List.of(), RowOrder.byValues(rows));
    }

    void link(List<LinkChange> links) {
        links(Kind.LINK, links);
    }

    void unlink(List<LinkChange> unlinks) {
        links(Kind.UNLINK, unlinks);
    }

    private void links(Kind kind, List<LinkChange> changes) {
        Map<List<Object>, List<LinkChange>> shapes = new LinkedHashMap<>();
        changes.forEach(
                change -> shapes.computeIfAbsent(List.of(change.table(), change.columns()), shape -> new ArrayList<>())
                        .add(change));
        shapes.values().forEach(shape -> {
            LinkTable link = shape.get(0).table();
            DefinedTable table = link.as(null);
            List<Column<?>> columns = new ArrayList<>();
            shape.get(0).columns().forEach(column -> columns.add(table.column(column)));
            List<PlannedRow> rows = new ArrayList<>();
            shape.forEach(change -> rows.add(new PlannedRow(null, change.values())));
            int keys = kind == Kind.UNLINK ? columns.size() : 0;
            steps.add(new FlushStep.WriteRows(kind, table, columns, keys, List.of(), RowOrder.byValues(rows)));
        });
    }

    private void write(Kind kind, EntityRow row, List<Integer> set, List<PlannedRow> rows) {
        write(kind, row.model(), keyColumns(row.model(), false), set, List.of(), RowOrder.byValues(rows));
    }

    private void write(
            Kind kind,
            EntityModel<?> model,
            List<? extends EntityColumn<?>> keys,
            List<Integer> set,
            List<Integer> returned,
            List<PlannedRow> rows) {
        EntityTable<?, ?> table = mapping.table(model.root().type());
        List<Column<?>> columns = new ArrayList<>();
        keys.forEach(key -> columns.add(table.column(key)));
        columns.addAll(columns(table, model, set));
        steps.add(new FlushStep.WriteRows(kind, table, columns, keys.size(), columns(table, model, returned), rows));
    }

    private static List<Column<?>> columns(EntityTable<?, ?> table, EntityModel<?> model, List<Integer> positions) {
        List<Column<?>> columns = new ArrayList<>();
        positions.forEach(
                position -> columns.add(table.column(model.columns().all().get(position))));
        return columns;
    }

    private static PlannedRow planned(RowChange insert, Set<ToOneAttribute<?, ?>> left) {
        @Nullable Object[] values = new @Nullable Object[insert.written().size()];
        for (int i = 0; i < values.length; i++) {
            int position = insert.written().get(i);
            EntityColumn<?> column = insert.row().model().columns().all().get(position);
            boolean isLeft = column.attribute() instanceof ToOneAttribute<?, ?> one && left.contains(one);
            values[i] = isLeft ? null : insert.values()[position];
        }
        return new PlannedRow(insert.row(), values);
    }

    /** The changes of each step. */
    private static Map<List<Object>, List<RowChange>> shapes(List<RowChange> changes) {
        Map<List<Object>, List<RowChange>> shapes = new LinkedHashMap<>();
        RowShape last = null;
        List<RowChange> ofLast = List.of();
        for (RowChange change : changes) {
            if (change.shape() != last) {
                last = change.shape();
                ofLast = shapes.computeIfAbsent(last.step(), step -> new ArrayList<>());
            }
            ofLast.add(change);
        }
        return shapes;
    }

    private static Map<ToOneAttribute<?, ?>, List<RowEdge>> byAttribute(List<RowEdge> edges) {
        Map<ToOneAttribute<?, ?>, List<RowEdge>> grouped = new LinkedHashMap<>();
        edges.forEach(edge -> grouped.computeIfAbsent(edge.attribute(), a -> new ArrayList<>())
                .add(edge));
        return grouped;
    }

    /** The values that find a row, and room for more behind them. */
    private static @Nullable Object[] keyValues(EntityRow row, boolean versioned, int more) {
        EntityColumns<?> columns = row.model().columns();
        int parts = columns.id().size();
        boolean isVersioned = versioned && columns.version() != null;
        @Nullable Object[] values = new @Nullable Object[parts + (isVersioned ? 1 : 0) + more];
        for (int i = 0; i < parts; i++) {
            values[i] = row.keyPart(i);
        }
        if (isVersioned) {
            values[parts] = UpdateDetector.known(row, columns.versionPosition());
        }
        return values;
    }

    private static List<EntityColumn<?>> keyColumns(EntityModel<?> model, boolean versioned) {
        List<EntityColumn<?>> keys = new ArrayList<>(model.columns().id());
        EntityColumn<?> version = model.columns().version();
        if (versioned && version != null) {
            keys.add(version);
        }
        return keys;
    }

    private static List<Integer> positions(EntityModel<?> model, ToOneAttribute<?, ?> attribute) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < model.columns().size(); i++) {
            if (model.columns().all().get(i).attribute() == attribute) {
                positions.add(i);
            }
        }
        return positions;
    }

    private static Generation.@Nullable Sequence sequence(EntityModel<?> model) {
        List<? extends EntityColumn<?>> id = model.columns().id();
        return id.size() == 1 && id.get(0).generation() instanceof Generation.Sequence sequence ? sequence : null;
    }
}
