package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.JoinedWriteSyntax;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.UpdateTree;
import java.util.ArrayList;
import java.util.List;

/** Writes UPDATE, of one table or with further sources. */
final class UpdateRenderer {

    private final StatementWriter out;

    UpdateRenderer(StatementWriter out) {
        this.out = out;
    }

    void render(UpdateTree update) {
        if (update.assignments().isEmpty()) {
            throw new StatementException(
                    "an update of " + update.table() + " sets nothing: add set(…), or skip the statement");
        }
        out.withBeforeWrite();
        List<Source> sources = new ArrayList<>(List.of(update.table()));
        sources.addAll(update.from());
        out.within(sources, () -> ReturningRenderer.render(out, update, update.returning(), () -> command(update)));
    }

    private void command(UpdateTree update) {
        boolean aliased =
                update.table().alias() != null && out.dialect().joinedWrites().isForAliases();
        if (update.from().isEmpty() && !aliased) {
            out.verb("update").source(update.table()).sql(" set ").assignments("", update.assignments());
            out.returned();
            JoinedWriteSyntax.where(out, update.where());
        } else {
            out.dialect().joinedWrites().update(out, update);
        }
    }
}
