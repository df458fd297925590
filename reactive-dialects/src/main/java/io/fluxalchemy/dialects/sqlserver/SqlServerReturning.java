package io.fluxalchemy.dialects.sqlserver;

import io.fluxalchemy.dialect.ReturningSyntax;
import io.fluxalchemy.dialect.TextWriter;

/**
 * {@code output inserted.a} inside the statement. The server refuses it for a table with triggers of its own, and takes no sub-query
 * in it.
 */
final class SqlServerReturning implements ReturningSyntax {

    private static final Inside OUTPUT = new Inside(" output ", "inserted", "deleted");

    @Override
    public void write(TextWriter out, boolean deletes, Runnable statement, Runnable items) {
        throw new UnsupportedOperationException("what is returned stands inside the statement");
    }

    @Override
    public Inside inside() {
        return OUTPUT;
    }
}
