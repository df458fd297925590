package io.fluxalchemy.sql;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.type.SqlType;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a list inside a row. */
record ListedRow(List<SelectItem> items, List<JsonValue> values, RowValues outer) implements RowValues {

    ListedRow {
        if (items.size() != values.size()) {
            throw new ConversionException(
                    "a row of a list has " + values.size() + " values instead of the " + items.size() + " selected");
        }
    }

    @Override
    public @Nullable Object get(int index) {
        SqlType<?> type = items.get(index).type();
        try {
            Object stored = JsonStorage.canonical(type.storage(), values.get(index));
            return stored == null ? null : type.fromStorage(stored);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ConversionException(
                    Description.of(items.get(index).node()) + " in a list cannot be read as " + type.name()
                            + ": the database wrote it in another form",
                    e);
        }
    }

    @Override
    public @Nullable Object attachment() {
        return outer.attachment();
    }

    @Override
    public SqlRow detach(List<? extends Selectable<?>> selected, int from) {
        throw new StatementException(
                "list(query) needs a query that says what its rows become: list(select(a, b).into(X::new))");
    }
}
