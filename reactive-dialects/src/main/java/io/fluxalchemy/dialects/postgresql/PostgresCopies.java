package io.fluxalchemy.dialects.postgresql;

import io.fluxalchemy.dialect.CopySyntax;
import java.util.List;

/** {@code COPY … FROM STDIN} in its text format, with keys drawn from the sequence that a column owns. */
final class PostgresCopies implements CopySyntax {

    static final PostgresCopies INSTANCE = new PostgresCopies();

    private PostgresCopies() {}

    @Override
    public String copy(String table, List<String> columns) {
        return "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
    }

    @Override
    public String nextValues(String table, String column) {
        return "select nextval(pg_get_serial_sequence(" + PostgresExpressions.INSTANCE.literal(table) + ", "
                + PostgresExpressions.INSTANCE.literal(column) + ")) from generate_series(1, $1)";
    }
}
