package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.Construct;
import io.fluxalchemy.sql.tree.CustomNode;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Wrapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One column of a result: what to select, the type it is read as, and the label it is given, if any. */
public record SelectItem(
        Node node, SqlType<?> type, @Nullable String alias) {

    /** The name the result's column has: the alias, else the selected column's name; null for a computed value without alias. */
    public @Nullable String label() {
        return alias != null ? alias : node instanceof ColumnNode column ? column.name() : null;
    }

    /** The value as a caller reads it, for a place inside the statement that makes one value of several. */
    Node read() {
        Wrapping wrapping = type.wrapping();
        return wrapping == null ? node : new CustomNode(new ReadWrapped(wrapping), List.of(node));
    }

    private record ReadWrapped(Wrapping wrapping) implements Construct {

        @Override
        public String name() {
            return "what a type has around a column";
        }

        @Override
        public String template(String dialect) {
            return wrapping.read(dialect);
        }
    }

    ItemTree tree() {
        return new ItemTree(node, alias, type.wrapping());
    }
}
