package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.Node;
import java.util.List;

/** A column of a table: an expression that may be assigned. */
public interface Column<T> extends Expression<T> {

    String name();

    TableExpression table();

    @Override
    default Node node() {
        return new ColumnNode(table().source(), name());
    }

    @Override
    default Selection<T> selection() {
        return Selections.of(this, List.of(table()));
    }

    @Override
    default String describe() {
        return table().qualifier() + "." + name();
    }
}
