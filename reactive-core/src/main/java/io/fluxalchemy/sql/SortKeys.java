package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.error.StatementException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The orders that a caller from outside may ask for, each under a name:
 * {@code SortKeys.of("title", BOOK.title).and("year", BOOK.year).parse(request.sort())}. Nothing of the text becomes SQL: it only
 * chooses among the expressions given here. Immutable; keep it in a constant.
 */
@CheckReturnValue
public final class SortKeys {

    private static final int LONGEST = 1_024;

    private final Map<String, Expression<?>> expressions;

    private SortKeys(Map<String, Expression<?>> expressions) {
        this.expressions = expressions;
    }

    public static SortKeys of(String name, Expression<?> expression) {
        return new SortKeys(Map.of()).and(name, expression);
    }

    /**
     * The same with one more.
     *
     * @throws StatementException if the name is taken, empty, or holds what the text form needs: a comma, a sign in front, spaces
     *     around
     */
    public SortKeys and(String name, Expression<?> expression) {
        if (name.isEmpty() || name.indexOf(',') >= 0 || name.charAt(0) == '-' || !name.equals(name.trim())) {
            throw new StatementException(
                    "\"" + name + "\" cannot be a sort key: it is empty, has a comma, or begins with -");
        }
        Map<String, Expression<?>> more = new LinkedHashMap<>(expressions);
        if (more.put(name, expression) != null) {
            throw new StatementException("the sort key \"" + name + "\" is given twice");
        }
        return new SortKeys(more);
    }

    /**
     * Reads names separated by commas, each with {@code -} in front for descending: {@code "-year,title"}.
     *
     * @param text as it came from outside; null or blank for no order
     * @throws StatementException if a name is none of these or is named twice; says which there are, and shows nothing of the text
     */
    public List<Order> parse(@Nullable String text) {
        List<Order> orders = new ArrayList<>();
        if (text == null || text.isBlank()) {
            return orders;
        }
        if (text.length() > LONGEST) {
            throw refused();
        }
        Map<String, Expression<?>> left = new LinkedHashMap<>(expressions);
        for (String each : text.split(",", -1)) {
            String item = each.trim();
            boolean descending = item.startsWith("-");
            Expression<?> expression = left.remove(descending ? item.substring(1) : item);
            if (expression == null) {
                throw refused();
            }
            orders.add(descending ? expression.desc() : expression.asc());
        }
        return orders;
    }

    private StatementException refused() {
        return new StatementException(
                "the sort order asked for has a key that is not offered, or has one twice: the keys are "
                        + expressions.keySet() + ", separated by commas, with - in front for descending");
    }
}
