package io.fluxalchemy.dialect;

import java.util.List;

/** How rows are loaded in bulk, as the driver's adapter sends them. Names come quoted. */
public interface CopySyntax {

    /** Begins to take rows for these columns of a table. */
    String copy(String table, List<String> columns);

    /**
     * A query of as many new values of a column's sequence as its one bound number says, a row each; NULL where the column has no
     * sequence.
     *
     * @param table as {@link #copy} has it
     * @param column unquoted
     */
    String nextValues(String table, String column);
}
