package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Assignment;
import io.fluxalchemy.sql.tree.ColumnDefault;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValueNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds what a table gives columns that a statement does not set. */
final class ColumnDefaults {

    private ColumnDefaults() {}

    /** The defaults of columns that are not among these. */
    static List<ColumnDefault> unset(List<ColumnDefault> defaults, Collection<String> set) {
        return defaults.isEmpty()
                ? defaults
                : defaults.stream().filter(each -> !set.contains(each.column())).toList();
    }

    /** The assignments and those of the defaults that none of them is for. */
    static List<Assignment> added(List<Assignment> assignments, List<ColumnDefault> defaults) {
        List<String> set = assignments.stream().map(Assignment::column).toList();
        List<ColumnDefault> more = unset(defaults, set);
        if (more.isEmpty()) {
            return assignments;
        }
        List<Assignment> all = new ArrayList<>(assignments);
        more.forEach(each -> all.add(new Assignment(each.column(), node(each))));
        return all;
    }

    static Node node(ColumnDefault column) {
        Object value = column.value().get();
        return value instanceof Expression<?> expression
                ? expression.node()
                : new ValueNode(column.type(), checked(column, value));
    }

    /** The value for one row of many. */
    static @Nullable Object value(ColumnDefault column) {
        Object value = column.value().get();
        if (value instanceof Expression<?>) {
            throw new StatementException(
                    "the default of column " + column.column()
                            + " is an expression, which many rows at once cannot have: give a value, or let the database fill it in");
        }
        return checked(column, value);
    }

    private static @Nullable Object checked(ColumnDefault column, @Nullable Object value) {
        if (value != null && !column.type().javaType().isInstance(value)) {
            throw new StatementException("the default of column " + column.column() + " is a "
                    + value.getClass().getName() + ", the column's values are "
                    + column.type().javaType().getName());
        }
        return value;
    }
}
