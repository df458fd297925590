package io.fluxalchemy.mapping.load;

import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which members of a collection are loaded, and in which order.
 *
 * @param limit members per owner; 0 for all
 */
record Criteria(List<Condition> conditions, List<Order> orders, int limit) {

    static final Criteria NONE = new Criteria(List.of(), List.of(), 0);

    /** Whether members may be missing. */
    boolean isPartial() {
        return limit > 0 || !conditions.isEmpty();
    }

    boolean isNone() {
        return !isPartial() && orders.isEmpty();
    }

    Criteria and(Condition... more) {
        List<Condition> all = new ArrayList<>(conditions);
        all.addAll(Arrays.asList(more));
        return new Criteria(List.copyOf(all), orders, limit);
    }

    Criteria ordered(Order... more) {
        List<Order> all = new ArrayList<>(orders);
        all.addAll(Arrays.asList(more));
        return new Criteria(conditions, List.copyOf(all), limit);
    }

    Criteria limited(int members) {
        return new Criteria(conditions, orders, members);
    }
}
