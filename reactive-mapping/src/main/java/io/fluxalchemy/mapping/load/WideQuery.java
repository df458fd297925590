package io.fluxalchemy.mapping.load;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.mapping.load.FurtherColumns.Place;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Returning;
import io.fluxalchemy.sql.RowReader;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.SelectItem;
import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.sql.Selection;
import io.fluxalchemy.sql.SqlText;
import io.fluxalchemy.sql.TableExpression;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.SetTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A query without options, with the columns that subclasses of its entities have besides. They stand behind all others, so that
 * what is read by position stays where it was.
 */
record WideQuery<R>(Query<R> query, FurtherColumns further) {

    static <R> WideQuery<R> of(EntityPlans plans, Query<R> query) {
        Selection<R> selection = query.selection();
        List<SelectItem> added = new ArrayList<>();
        Map<Place, Integer> further = new HashMap<>();
        for (TableExpression table : selection.tables()) {
            if (table instanceof EntityTable<?, ?> entities
                    && plans.layout(entities.model()).isWide()) {
                add(plans, entities, selection.items(), added, further);
            }
        }
        if (added.isEmpty()) {
            return new WideQuery<>(selecting(query, selection), FurtherColumns.BEHIND);
        }
        List<SelectItem> items = new ArrayList<>(selection.items());
        items.addAll(added);
        RowReader<R> reader = selection.reader();
        Selection<R> wide = new Selection<>(items, reader, selection.tables());
        return new WideQuery<>(selecting(grouped(query, added), wide), new FurtherColumns(further));
    }

    private static void add(
            EntityPlans plans,
            EntityTable<?, ?> table,
            List<SelectItem> items,
            List<SelectItem> added,
            Map<Place, Integer> further) {
        List<SelectItem> own = table.selection().items();
        for (int from = 0; from + own.size() <= items.size(); from++) {
            Place place = new Place(table.model(), from);
            if (!further.containsKey(place)
                    && items.subList(from, from + own.size()).equals(own)) {
                further.put(place, items.size() + added.size());
                added.addAll(plans.layout(table.model()).furtherItems(table));
            }
        }
    }

    /** A query grouped by an entity is grouped by all its columns. */
    private static <R> Query<R> grouped(Query<R> query, List<SelectItem> added) {
        return query instanceof Select<R> select
                        && select.tree() instanceof SelectTree tree
                        && !tree.groupBy().isEmpty()
                ? select.groupBy(new Columns(new Selection<>(added, (row, from) -> row, List.of())))
                : query;
    }

    private static <R> Query<R> selecting(Query<R> query, Selection<R> selection) {
        if (query instanceof Select<R> select) {
            if (selection != query.selection() && select.tree() instanceof SetTree) {
                throw new StatementException(
                        "a union, intersect or except of entities whose subclasses have columns of their"
                                + " own: combine the conditions with or, and, not, or select ids and read the entities with getAll");
            }
            return select.withSelection(selection);
        }
        if (query instanceof SqlText.Typed<R> text) {
            return text.withSelection(selection);
        }
        boolean isSame = selection == query.selection() && query.options().isEmpty();
        return query instanceof Returning<R> returning && !isSame ? returning.withSelection(selection) : query;
    }

    private record Columns(Selection<Object> selection) implements Selectable<Object> {
        @Override
        public String describe() {
            return "the columns of subclasses";
        }
    }
}
