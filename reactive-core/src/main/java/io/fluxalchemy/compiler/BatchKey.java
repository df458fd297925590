package io.fluxalchemy.compiler;

import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes two statements of batches share one text.
 *
 * @param keys how many of the columns find the row; -1 for an insert
 * @param rows 1, or what stands for any larger number where the text does not depend on it
 */
record BatchKey(Source table, List<Named> columns, int keys, List<Named> returning, int rows, BatchForm form) {

    record Named(String name, SqlType<?> type) {}

    static BatchKey of(Batch batch, int rows, BatchForm form) {
        int keys = batch instanceof Batch.Update update
                ? update.keys()
                : batch.columns().size();
        return new BatchKey(
                batch.table().source(),
                named(batch.columns()),
                batch instanceof Batch.Insert ? -1 : keys,
                named(batch instanceof Batch.Insert insert ? insert.returning() : List.of()),
                rows,
                form);
    }

    private static List<Named> named(List<? extends Column<?>> columns) {
        List<Named> named = new ArrayList<>(columns.size());
        for (Column<?> column : columns) {
            named.add(new Named(column.name(), column.type()));
        }
        return named;
    }
}
