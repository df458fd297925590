package io.fluxalchemy.dialect;

import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValuesSource;
import java.util.List;

/** How rows of values stand in FROM. Only used where there is a row. */
@FunctionalInterface
public interface ValuesSyntax {

    /** {@code (values (1, 'a'), (2, 'b')) as v (id, name)}. */
    ValuesSyntax VALUES = (out, values) -> {
        out.sql("(values ");
        for (int row = 0; row < values.rows().size(); row++) {
            String separator = row == 0 ? "(" : ", (";
            for (Node value : values.rows().get(row)) {
                out.sql(separator).typed(value);
                separator = ", ";
            }
            out.sql(")");
        }
        out.sql(") as ").name(values.alias()).sql(" (").names(values.columns()).sql(")");
    };

    /** {@code (select 1 as id, 'a' as name union all select 2, 'b') as v}, for a database that cannot name columns of VALUES. */
    ValuesSyntax SELECTS = (out, values) -> {
        for (int row = 0; row < values.rows().size(); row++) {
            List<Node> nodes = values.rows().get(row);
            out.sql(row == 0 ? "(" : " union all ");
            for (int i = 0; i < nodes.size(); i++) {
                out.sql(i == 0 ? "select " : ", ").typed(nodes.get(i));
                if (row == 0) {
                    out.sql(" as ").name(values.columns().get(i));
                }
            }
        }
        out.sql(") as ").name(values.alias());
    };

    void write(SqlWriter out, ValuesSource values);
}
