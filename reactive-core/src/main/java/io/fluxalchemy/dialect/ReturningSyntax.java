package io.fluxalchemy.dialect;

import io.fluxalchemy.error.StatementException;

/** How a statement that writes gives back the rows it wrote. */
@FunctionalInterface
public interface ReturningSyntax {

    /** {@code … returning items}. */
    ReturningSyntax SUFFIX = (out, deletes, statement, items) -> {
        statement.run();
        out.sql(" returning ");
        items.run();
    };

    /**
     * Nothing is returned but, by the driver, the key that an insert of one row made the database count up. Statements that ask for
     * more are refused before they are sent.
     */
    ReturningSyntax KEY_OF_DRIVER = new ReturningSyntax() {
        @Override
        public void write(TextWriter out, boolean deletes, Runnable statement, Runnable items) {
            statement.run();
        }

        @Override
        public boolean asksDriver() {
            return true;
        }
    };

    /** The error of a statement that asks a database without RETURNING for more than the driver tells. */
    static StatementException refusal(String dialect) {
        return StandardExpressions.missing(
                "returning: an insert of one row, or of rows one by one, gives back the key it counts up and nothing else",
                dialect);
    }

    /**
     * Writes the whole statement.
     *
     * @param deletes whether the rows are deleted ones
     * @param statement writes the statement without what it returns; run exactly once
     * @param items writes the list of returned items; run exactly once
     */
    void write(TextWriter out, boolean deletes, Runnable statement, Runnable items);

    /** Whether the statement says nothing of what it returns, and the driver is asked for the key of one inserted row. */
    default boolean asksDriver() {
        return false;
    }

    /** Whether returned columns may be named with their table where the statement has several. */
    default boolean qualifies() {
        return true;
    }
}
