package io.fluxalchemy.result;

import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.sql.SqlRow;
import io.r2dbc.spi.Row;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The row a result stands at. One object for all rows of the result, so that reading a row allocates nothing but values. */
final class CurrentRow implements RowValues {

    private final ResultColumns columns;
    private final @Nullable Object attachment;
    /** Made for rows that are detached, which entities are not. */
    private @Nullable Map<List<? extends Selectable<?>>, RowShape> shapes;

    private @Nullable Row row;

    CurrentRow(ResultColumns columns, @Nullable Object attachment) {
        this.columns = columns;
        this.attachment = attachment;
    }

    void moveTo(Row next) {
        row = next;
    }

    @Override
    public @Nullable Object get(int index) {
        if (row == null) {
            throw new IllegalStateException("no row is being read");
        }
        return columns.value(row, index);
    }

    @Override
    public @Nullable Object attachment() {
        return attachment;
    }

    @Override
    public SqlRow detach(List<? extends Selectable<?>> selected, int from) {
        Map<List<? extends Selectable<?>>, RowShape> known = shapes;
        if (known == null) {
            known = new IdentityHashMap<>(2);
            shapes = known;
        }
        RowShape shape = known.computeIfAbsent(selected, list -> RowShape.of(list, from, columns));
        return new DetachedRow(shape, shape.read(this, from));
    }
}
