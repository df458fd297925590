package io.fluxalchemy.sql;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of values given by a test. */
record GivenRow(List<@Nullable Object> values) implements RowValues {

    static GivenRow of(@Nullable Object... values) {
        return new GivenRow(Arrays.asList(values));
    }

    <T> @Nullable T read(Select<T> select) {
        return select.selection().reader().read(this, 0);
    }

    @Override
    public @Nullable Object get(int index) {
        return values.get(index);
    }

    @Override
    public @Nullable Object attachment() {
        return null;
    }

    @Override
    public SqlRow detach(List<? extends Selectable<?>> selected, int from) {
        throw new AssertionError("no test here detaches a row");
    }
}
