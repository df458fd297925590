package io.fluxalchemy.compiler;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.ConflictTree;
import io.fluxalchemy.sql.tree.InsertTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.QueryTree;
import java.util.List;

/** Writes INSERT, of rows or of a query's rows, and upserts. */
final class InsertRenderer {

    private final StatementWriter out;

    InsertRenderer(StatementWriter out) {
        this.out = out;
    }

    void render(InsertTree insert) {
        if (insert.query() == null
                || out.writesInWith()
                || out.dialect().inserts().isWithFirst()) {
            out.withBeforeWrite();
        }
        out.within(
                List.of(insert.table()),
                () -> ReturningRenderer.render(out, insert, insert.returning(), () -> command(insert)));
    }

    private void command(InsertTree insert) {
        ConflictTree conflict = insert.conflict();
        if (conflict == null) {
            plain(insert);
        } else {
            out.qualified(true, () -> out.dialect().inserts().upsert(out, insert, conflict, () -> plain(insert)));
        }
    }

    private void plain(InsertTree insert) {
        QueryTree query = insert.query();
        out.verb("insert").sql("into ").source(insert.table());
        if (query == null && insert.columns().isEmpty()) {
            out.returned().sql(out.dialect().inserts().defaultRow());
            return;
        }
        if (!insert.columns().isEmpty()) {
            out.sql(" (").names(insert.columns()).sql(")");
        }
        out.returned();
        if (query != null) {
            out.sql(" ");
            out.withBeforeQuery();
            out.alone(() -> out.query(query));
        } else {
            out.sql(" values ");
            out.alone(() -> rows(insert));
        }
    }

    private void rows(InsertTree insert) {
        if (insert.rows().isEmpty()) {
            throw new StatementException(
                    "an insert into " + insert.table() + " has no row: add one, or skip the statement");
        }
        int most = out.dialect().inserts().maxRows();
        if (insert.rows().size() > most) {
            throw new StatementException("an insert into " + insert.table() + " has "
                    + insert.rows().size() + " rows, and " + out.dialect().name() + " takes at most " + most
                    + " in one list of values: write them with rows(…) of a connection, which splits them");
        }
        String separator = "(";
        for (List<Node> row : insert.rows()) {
            if (row.size() != insert.columns().size()) {
                throw new StatementException("a row of the insert into " + insert.table() + " has " + row.size()
                        + " values for the " + insert.columns().size() + " columns " + insert.columns());
            }
            for (Node value : row) {
                out.sql(separator).node(value);
                separator = ", ";
            }
            out.sql(")");
            separator = ", (";
        }
    }
}
