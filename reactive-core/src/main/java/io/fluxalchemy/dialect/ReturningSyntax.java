package io.fluxalchemy.dialect;

import io.fluxalchemy.sql.tree.CommandTree;

/** How a statement that writes gives back the rows it wrote. */
@FunctionalInterface
public interface ReturningSyntax {

    /** {@code … returning items}. */
    ReturningSyntax SUFFIX = (out, command, statement, items) -> {
        statement.run();
        out.sql(" returning ");
        items.run();
    };

    /**
     * Writes the whole statement.
     *
     * @param statement writes the statement without what it returns; run exactly once
     * @param items writes the list of returned items; run exactly once
     * @throws io.fluxalchemy.error.StatementException if this kind of statement returns no rows in this database
     */
    void write(SqlWriter out, CommandTree command, Runnable statement, Runnable items);

    /** Whether returned columns may be named with their table where the statement has several. */
    default boolean qualifies() {
        return true;
    }
}
