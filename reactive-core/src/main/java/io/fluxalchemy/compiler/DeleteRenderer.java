package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.JoinedWriteSyntax;
import io.fluxalchemy.sql.tree.DeleteTree;
import io.fluxalchemy.sql.tree.Source;
import java.util.ArrayList;
import java.util.List;

/** Writes DELETE, of one table or with further sources. */
final class DeleteRenderer {

    private final StatementWriter out;

    DeleteRenderer(StatementWriter out) {
        this.out = out;
    }

    void render(DeleteTree delete) {
        out.withBeforeWrite();
        List<Source> sources = new ArrayList<>(List.of(delete.table()));
        sources.addAll(delete.using());
        out.within(sources, () -> ReturningRenderer.render(out, delete, delete.returning(), () -> command(delete)));
    }

    private void command(DeleteTree delete) {
        boolean aliased =
                delete.table().alias() != null && out.dialect().joinedWrites().isForAliases();
        if (delete.using().isEmpty() && !aliased) {
            out.verb("delete").sql("from ").source(delete.table()).returned();
            JoinedWriteSyntax.where(out, delete.where());
        } else {
            out.dialect().joinedWrites().delete(out, delete);
        }
    }
}
