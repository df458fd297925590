package io.fluxalchemy.dialect;

import io.fluxalchemy.error.StatementException;
import org.jspecify.annotations.Nullable;

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

    /**
     * Words for a database that says in the middle of a statement what it returns, and calls the written rows by names of their own.
     *
     * @param word with a space around it
     * @param written the name of rows as they are now
     * @param deleted the name of rows as they were
     */
    record Inside(String word, String written, String deleted) {}

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

    /** How returned items stand inside the statement; null where they stand before or behind it, as {@link #write} has them. */
    default @Nullable Inside inside() {
        return null;
    }

    /** Whether the statement says nothing of what it returns, and the driver is asked for the key of one inserted row. */
    default boolean asksDriver() {
        return false;
    }

    /** Whether returned columns may be named with their table where the statement has several. */
    default boolean qualifies() {
        return true;
    }
}
