package io.fluxalchemy.dialects.oracle;

import io.fluxalchemy.dialect.SqlWriter;
import io.fluxalchemy.dialect.ValuesSyntax;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValuesSource;
import java.util.List;

/** {@code (values (1, 'a'), (2, 'b')) v (id, name)}: no AS stands before a table's alias. */
final class OracleValues implements ValuesSyntax {

    @Override
    public void write(SqlWriter out, ValuesSource values) {
        out.sql("(values ");
        rows(out, values.rows());
        out.sql(") ").name(values.alias()).sql(" (").names(values.columns()).sql(")");
    }

    static void rows(SqlWriter out, List<List<Node>> rows) {
        String separator = "(";
        for (List<Node> row : rows) {
            for (Node value : row) {
                out.sql(separator).typed(value);
                separator = ", ";
            }
            out.sql(")");
            separator = ", (";
        }
    }
}
