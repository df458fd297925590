package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.ReturningSyntax;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.CommandTree;
import io.fluxalchemy.sql.tree.DeleteTree;
import io.fluxalchemy.sql.tree.InsertTree;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.TableSource;
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
        ReturningSyntax.Inside inside = syntax.inside();
        if (inside != null) {
            inside(out, command, items, inside, statement);
            return;
        }
        boolean qualified = out.isQualified() && syntax.qualifies();
        syntax.write(
                out,
                command instanceof DeleteTree,
                statement,
                () -> out.qualified(qualified, () -> new SelectRenderer(out).items(items, !out.isNested())));
    }

    private static void inside(
            StatementWriter out,
            CommandTree command,
            List<ItemTree> items,
            ReturningSyntax.Inside inside,
            Runnable statement) {
        String rows = command instanceof DeleteTree ? inside.deleted() : inside.written();
        out.returning(table(command), rows, inside.word(), items, statement);
    }

    private static TableSource table(CommandTree command) {
        if (command instanceof InsertTree insert) {
            return insert.table();
        } else if (command instanceof UpdateTree update) {
            return update.table();
        }
        return ((DeleteTree) command).table();
    }
}
