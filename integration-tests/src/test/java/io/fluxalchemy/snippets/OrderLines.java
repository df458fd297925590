package io.fluxalchemy.snippets;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;

final class OrderLines extends Table<OrderLines> {

    static final OrderLines ORDER_LINES = new OrderLines(Name.of("order_line"));

    final NumericColumn<Long> orderId = bigint("order_id", primaryKey());
    final NumericColumn<Integer> no = integer("no", primaryKey());

    private OrderLines(Name name) {
        super(name, OrderLines::new);
    }
}
