package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.model.DefinedTable;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.LinkTable;
import io.fluxalchemy.mapping.model.Relation;
import io.fluxalchemy.mapping.model.RelationLink;
import io.fluxalchemy.mapping.model.ToMany;
import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.SelectItem;
import io.fluxalchemy.sql.Selection;
import io.fluxalchemy.sql.TableExpression;
import io.fluxalchemy.sql.tree.SelectTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query widened by outer joins to the relations that are to come with it. Its rows are read into the entities of the query;
 * what was joined is put into their fields when all rows are there ({@link JoinedFields}).
 */
final class JoinedQuery<R> {

    private final Selection<R> root;
    private final List<SelectItem> items;
    private final List<JoinedFields<?, ?>> fields = new ArrayList<>();
    private Select<R> select;

    private JoinedQuery(Select<R> select, List<SelectItem> further) {
        this.select = select;
        this.root = select.selection();
        this.items = new ArrayList<>(root.items());
        this.items.addAll(further);
    }

    /** The query with its joined loads; null where none of them can be joined. */
    static <R> @Nullable JoinedQuery<R> of(
            LoadScope scope, Select<R> select, EntityTable<?, ?> table, List<LoadStep> loads) {
        if (loads.stream().noneMatch(LoadStep::mayJoin)
                || !(select.tree() instanceof SelectTree tree)
                || tree.distinct()
                || !tree.groupBy().isEmpty()
                || tree.lock() != null) {
            return null;
        }
        JoinedQuery<R> query =
                new JoinedQuery<>(select, scope.plans().layout(table.model()).furtherItems(table));
        boolean isCut = tree.limit() != null || tree.offset() != null;
        query.join(scope, table, null, loads, isCut);
        return query.fields.isEmpty() ? null : query;
    }

    private void join(
            LoadScope scope,
            EntityTable<?, ?> table,
            @Nullable JoinedFields<?, ?> parent,
            List<LoadStep> loads,
            boolean isCut) {
        for (LoadStep step : loads) {
            Load<?, ?> load = step.load();
            boolean multiplies = load.relation() instanceof ToMany<?, ?>;
            if (step.mayJoin() && load.criteria().isNone() && !(multiplies && isCut)) {
                join(scope, table, parent, load, isCut);
            }
        }
    }

    private <O, T> void join(
            LoadScope scope,
            EntityTable<?, ?> table,
            @Nullable JoinedFields<?, ?> parent,
            Load<O, T> load,
            boolean isCut) {
        Relation<O, T> relation = load.relation();
        RelationLink link = relation.link();
        String alias = relation.name() + "_j" + (fields.size() + 1);
        EntityTable<T, ?> target = relation.target().as(alias);
        LinkTable linkTable = link.linkTable();
        if (linkTable == null) {
            select = select.leftJoin(target, JoinCondition.of(table.source(), target.source(), link.pairs()));
        } else {
            DefinedTable between = linkTable.as(alias + "_link");
            select = select.leftJoin(between, JoinCondition.of(table.source(), between.source(), linkTable.near()))
                    .leftJoin(target, JoinCondition.of(between.source(), target.source(), linkTable.far()));
        }
        JoinedFields<O, T> joined = new JoinedFields<>(scope, relation, target, parent, items.size());
        fields.add(joined);
        items.addAll(scope.plans().layout(relation.target().model()).items(target));
        join(
                scope,
                target,
                joined,
                RelationLoads.of(load.next(), relation.target().model()),
                isCut);
    }

    /** The widened query. */
    Select<R> select() {
        List<TableExpression> tables = root.tables();
        return select.withSelection(new Selection<>(items, this::read, tables));
    }

    private @Nullable R read(RowValues row, int from) {
        R entity = root.reader().read(row, from);
        if (entity != null) {
            for (JoinedFields<?, ?> joined : fields) {
                joined.read(entity, row, from);
            }
        }
        return entity;
    }

    /** Puts what was joined into the fields, after the last row. */
    void fill() {
        fields.forEach(JoinedFields::fill);
    }
}
