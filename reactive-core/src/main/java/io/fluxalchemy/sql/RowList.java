package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.QueryNode;
import io.fluxalchemy.type.NativeText;
import io.fluxalchemy.type.Storage;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All rows of a query as one value of a row. The database sends them as a JSON array of arrays, which every database can make;
 * each element is brought back to the canonical class of its storage and read as in any other row.
 */
record RowList<R>(Node node, Selection<R> element) implements Selectable<List<R>> {

    static <R> RowList<R> of(Select<R> query) {
        Selection<R> element = query.selection();
        element.items().forEach(RowList::requireListable);
        return new RowList<>(query.listed(), element);
    }

    private static void requireListable(SelectItem item) {
        Storage storage = item.type().storage();
        boolean list = item.node() instanceof QueryNode;
        boolean textOnly = storage.canonicalClass() == NativeText.class;
        if (textOnly || storage == Storage.Simple.BYTES || (storage == Storage.Simple.JSON && !list)) {
            throw new StatementException("list(query) cannot hold " + Description.of(item.node()) + " of type "
                    + item.type().name() + ": select it in a query of its own, or load the relation with selectin(…)");
        }
    }

    @Override
    public Selection<List<R>> selection() {
        return new Selection<>(List.of(new SelectItem(node, Types.JSON, null)), this::read, List.of());
    }

    private List<R> read(RowValues row, int from) {
        Object json = row.get(from);
        if (json == null) {
            return List.of();
        }
        JsonValue rows = JsonValue.parse((String) json);
        if (rows.content() instanceof String nested) {
            rows = JsonValue.parse(nested);
        }
        List<R> read = new ArrayList<>();
        for (JsonValue each : rows.elements()) {
            read.add(element.reader().read(new ListedRow(element.items(), each.elements(), row), 0));
        }
        return Collections.unmodifiableList(read);
    }

    @Override
    public String describe() {
        return "list(…)";
    }
}
