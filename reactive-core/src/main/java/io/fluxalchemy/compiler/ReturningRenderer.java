package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.ReturningSyntax;
import io.fluxalchemy.sql.tree.CommandTree;
import io.fluxalchemy.sql.tree.DeleteTree;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.UpdateTree;
import java.util.List;

/** Writes a statement that writes together with the rows it gives back, if it gives back any. */
final class ReturningRenderer {

    private ReturningRenderer() {}

    static void render(StatementWriter out, CommandTree command, List<ItemTree> items, Runnable statement) {
        if (items.isEmpty()) {
            statement.run();
            return;
        }
        if (command instanceof UpdateTree) {
            out.require(Feature.UPDATE_RETURNING);
        }
        ReturningSyntax syntax = out.dialect().returning();
        boolean qualified = out.isQualified() && syntax.qualifies();
        syntax.write(
                out,
                command instanceof DeleteTree,
                statement,
                () -> out.qualified(qualified, () -> new SelectRenderer(out).items(items)));
    }
}
