package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.error.FluxAlchemyException;
import java.util.List;

/** The database took rows to insert and did not keep all of them: a trigger or a rule left them out. */
public class RowNotInsertedException extends FluxAlchemyException {

    private static final long serialVersionUID = 1L;

    /** @param rows as far as the database tells which; may be empty */
    public RowNotInsertedException(String table, List<String> rows) {
        super("table " + table + " did not keep " + (rows.isEmpty() ? "all rows" : PrintedRows.of(rows))
                + " of an insert, though it reported no error: look for a trigger, a rule or a policy on it");
    }
}
