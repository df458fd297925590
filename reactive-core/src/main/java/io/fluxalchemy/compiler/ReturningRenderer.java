package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.ReturningSyntax;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.CommandTree;
import io.fluxalchemy.sql.tree.DeleteTree;
import io.fluxalchemy.sql.tree.InsertTree;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.UpdateTree;
import java.util.List;

/** Writes a statement that writes together with the rows it gives back, if it gives back any. */
final class ReturningRenderer {

    private ReturningRenderer() {}

    /** The one column that the driver can tell. */
    private static String key(CommandTree command, List<ItemTree> items, String dialect) {
        if (command instanceof InsertTree insert
                && insert.query() == null
                && insert.conflict() == null
                && insert.rows().size() == 1
                && items.size() == 1
                && items.get(0).node() instanceof ColumnNode column
                && insert.table().table().isIdentity(column.name())) {
            return column.name();
        }
        throw ReturningSyntax.refusal(dialect);
    }

    static void render(StatementWriter out, CommandTree command, List<ItemTree> items, Runnable statement) {
        if (items.isEmpty()) {
            statement.run();
            return;
        }
        if (command instanceof UpdateTree) {
            out.require(Feature.UPDATE_RETURNING);
        }
        ReturningSyntax syntax = out.dialect().returning();
        if (syntax.asksDriver()) {
            out.buffer().generatedKey(key(command, items, out.dialect().name()));
        }
        boolean qualified = out.isQualified() && syntax.qualifies();
        syntax.write(
                out,
                command instanceof DeleteTree,
                statement,
                () -> out.qualified(qualified, () -> new SelectRenderer(out).items(items)));
    }
}
