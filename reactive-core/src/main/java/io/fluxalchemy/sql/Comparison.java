package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.InNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.QueryNode;
import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.sql.tree.ValuesNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes comparisons, and refuses those that NULL would silently turn into "never". */
final class Comparison {

    private static final Set<String> HAVE_IF = Set.of("eq", "lt", "le", "gt", "ge");

    private Comparison() {}

    static Condition of(BinaryOperator operator, Expression<?> left, @Nullable Object value, String verb) {
        return Conditions.of(new BinaryNode(operator, left.node(), value(left, value, verb)));
    }

    static Condition of(BinaryOperator operator, Expression<?> left, Expression<?> right) {
        return Conditions.of(new BinaryNode(operator, left.node(), right.node()));
    }

    /** A value to compare with; bound without the column's length or scale, since a longer value is unequal, not wrong. */
    static ValueNode value(Expression<?> left, @Nullable Object value, String verb) {
        if (value == null) {
            throw new StatementException(left.describe() + "." + verb + "(null): a comparison with NULL is never true; "
                    + (HAVE_IF.contains(verb)
                            ? "use " + verb
                                    + "If(value) to drop the condition when there is no value, or isNull() to ask for NULL"
                            : "use isNull() or isNotNull() to ask for NULL"));
        }
        return new ValueNode(
                Widening.of(left.type()), value, left.node() instanceof ColumnNode column ? column.name() : null);
    }

    static Condition in(Expression<?> left, Collection<?> values, boolean negated) {
        List<@Nullable Object> copy = new ArrayList<>(values);
        int nullIndex = copy.indexOf(null);
        if (nullIndex >= 0) {
            throw new StatementException(left.describe() + (negated ? ".notIn" : ".in") + "(…) has null at index "
                    + nullIndex + ": IN never matches NULL; leave it out, or add isNull()");
        }
        return Conditions.of(new InNode(left.node(), new ValuesNode(Widening.of(left.type()), copy), negated));
    }

    static Condition in(Expression<?> left, Query<?> query, boolean negated) {
        return Conditions.of(new InNode(left.node(), oneColumn(query, left.describe() + ".in(query)"), negated));
    }

    /** A query as a value, if it selects one item. */
    static Node oneColumn(Query<?> query, String place) {
        QueryTree tree = nested(query, place);
        int items = query.selection().items().size();
        if (query instanceof Select && items != 1) {
            throw new StatementException(place + " needs a query of one item, this one selects " + items);
        }
        return new QueryNode(tree);
    }

    static QueryTree nested(Query<?> query, String place) {
        if (query instanceof Select<?> select) {
            return select.tree();
        }
        if (query instanceof SqlText.Typed<?> text) {
            return text.tree();
        }
        throw new StatementException(
                place + ": a statement that writes cannot stand inside another; run it on its own");
    }
}
