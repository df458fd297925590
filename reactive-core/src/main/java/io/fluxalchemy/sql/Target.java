package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Assignment;
import io.fluxalchemy.sql.tree.RemarkTree;
import io.fluxalchemy.sql.tree.TableSource;
import io.fluxalchemy.sql.tree.ValueNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table a command writes to. */
record Target(TableExpression table, TableSource source, RemarkTree remarks) {

    static Target of(TableExpression table, String verb) {
        if (table.source() instanceof TableSource source) {
            if (source.sample() != null) {
                throw new StatementException(
                        verb + "(" + table.qualifier() + "): a sample of a table can only be read");
            }
            return new Target(table, source, RemarkTree.NONE);
        }
        throw new StatementException(
                verb + "(" + table.qualifier() + "): only tables can be written to, this is the result of a query");
    }

    /** The same table, with other remarks on what writes to it. */
    Target remarked(RemarkTree changed) {
        return new Target(table, source, changed);
    }

    /** The column's name, if it is one of this table's. */
    String column(Column<?> column) {
        if (!column.table().source().equals(source)) {
            throw new StatementException("column " + column.describe() + " is not one of " + source
                    + ", the table this statement writes to");
        }
        return column.name();
    }

    /** As {@link #column}, if statements may give it a value. */
    String written(Column<?> column) {
        String name = column(column);
        if (!source.table().isWritable(name)) {
            throw new StatementException("column " + column.describe()
                    + " gets its values from the database alone, which refuses any other: leave it out");
        }
        return name;
    }

    Assignment assign(Column<?> column, @Nullable Object value) {
        return new Assignment(written(column), new ValueNode(column.type(), value, column.name()));
    }

    Assignment assign(Column<?> column, Expression<?> value) {
        return new Assignment(written(column), value.node());
    }

    /** The assignments with one more, if none of them is for the same column. */
    List<Assignment> add(List<Assignment> assignments, Assignment more) {
        for (Assignment each : assignments) {
            if (each.column().equals(more.column())) {
                throw new StatementException("column " + source.qualifier() + "." + more.column() + " is set twice");
            }
        }
        List<Assignment> all = new ArrayList<>(assignments);
        all.add(more);
        return List.copyOf(all);
    }
}
