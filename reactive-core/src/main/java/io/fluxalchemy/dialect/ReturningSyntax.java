package io.fluxalchemy.dialect;

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
     * Writes the whole statement.
     *
     * @param deletes whether the rows are deleted ones
     * @param statement writes the statement without what it returns; run exactly once
     * @param items writes the list of returned items; run exactly once
     */
    void write(TextWriter out, boolean deletes, Runnable statement, Runnable items);

    /** Whether returned columns may be named with their table where the statement has several. */
    default boolean qualifies() {
        return true;
    }
}
