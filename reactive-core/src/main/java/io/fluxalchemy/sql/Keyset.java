package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.ColumnNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Paging by position in the order instead of by counting rows: the query that reads one page, and the cursor that stands
 * behind a row of it. The order should end in a unique column, else rows equal in all of it may be skipped between pages. NULL
 * has no position: a row with NULL in the order is an error that names the column.
 *
 * @param <R> what one row is read into
 */
@CheckReturnValue
public final class Keyset<R> {

    private final Select<Positioned<R>> query;
    private final List<Order> orders;
    private final long limit;

    private Keyset(Select<Positioned<R>> query, List<Order> orders, long limit) {
        this.query = query;
        this.orders = orders;
        this.limit = limit;
    }

    /** A row of a page with the values of its order, by which {@link #cursor} finds the way back. */
    public record Positioned<R>(@Nullable R value, List<Object> position) {

        public Positioned {
            position = List.copyOf(position);
        }
    }

    /**
     * The keyset of a query that has an order and a limit.
     *
     * @throws StatementException if the order, the limit or a value in the order rules paging out; says what to change
     */
    public static <R> Keyset<R> of(Select<R> select) {
        RowRange range = select.range();
        if (range.orders().isEmpty()) {
            throw new StatementException("a page needs an order: add orderBy(…), with a unique column last");
        }
        Long limit = range.limit();
        if (limit == null || limit < 1) {
            throw new StatementException("a page needs a size: add limit(n), at least 1");
        }
        if (range.offset() != null) {
            throw new StatementException("a page begins at its cursor: leave offset(…) out and use after(cursor)");
        }
        range.orders().forEach(order -> CursorText.requireCodable(order.expression()));
        return new Keyset<>(positioned(select).limit(limit + 1), range.orders(), limit);
    }

    /** Reads the page and one row more, which tells whether there is a next page. */
    public Select<Positioned<R>> query() {
        return query;
    }

    /** The number of rows on a full page. */
    public long limit() {
        return limit;
    }

    /** The cursor of the page that begins behind this row, for {@link Select#after}. Opaque, yet no secret: it holds the row's place. */
    public String cursor(Positioned<R> row) {
        return CursorText.encode(orders, row.position());
    }

    private static <R> Select<Positioned<R>> positioned(Select<R> select) {
        Selection<R> selection = select.selection();
        List<SelectItem> items = new ArrayList<>(selection.items());
        List<Order> orders = select.range().orders();
        int[] places = new int[orders.size()];
        for (int i = 0; i < places.length; i++) {
            Expression<?> expression = orders.get(i).expression();
            places[i] = place(items, expression);
            if (places[i] < 0) {
                select.requireMoreItems("orderBy(" + expression.describe() + ")");
                places[i] = items.size();
                items.add(new SelectItem(expression.node(), expression.type(), null));
            }
        }
        RowReader<R> reader = selection.reader();
        return select.withSelection(new Selection<>(
                items,
                (row, from) -> new Positioned<>(reader.read(row, from), position(row, from, places, orders)),
                selection.tables()));
    }

    /** Where the select list has the expression: a column of that name, or the very same expression. */
    private static int place(List<SelectItem> items, Expression<?> expression) {
        for (int i = 0; i < items.size(); i++) {
            SelectItem item = items.get(i);
            boolean same = expression.node() instanceof ColumnNode
                    ? item.node().equals(expression.node())
                    : item.node() == expression.node();
            if (same && item.type().equals(expression.type())) {
                return i;
            }
        }
        return -1;
    }

    private static List<Object> position(RowValues row, int from, int[] places, List<Order> orders) {
        List<Object> position = new ArrayList<>(places.length);
        for (int i = 0; i < places.length; i++) {
            Object value = row.get(from + places[i]);
            if (value == null) {
                throw new StatementException(
                        "orderBy(" + orders.get(i).expression().describe()
                                + ") is NULL in a row of the page, and NULL has no place to go on from: order by a NOT NULL column or"
                                + " by coalesce(…), or leave these rows out");
            }
            position.add(value);
        }
        return Collections.unmodifiableList(position);
    }
}
