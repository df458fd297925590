package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Query;

/**
 * The SQL of statements without a database: for logs, tests and scripts. {@code inlined} holds the values as literals and is for
 * reading and for files only; the engine never executes it. Thread-safe; no I/O; nothing is cached.
 */
public final class SqlPrinter {

    private final SqlCompiler compiler;

    private SqlPrinter(Dialect dialect) {
        this.compiler = new SqlCompiler(dialect, 1);
    }

    public static SqlPrinter of(Dialect dialect) {
        return new SqlPrinter(dialect);
    }

    /**
     * The text as it is executed, with markers in the place of values.
     *
     * @throws io.fluxalchemy.error.StatementException if the dialect lacks what the statement uses
     */
    public String sql(Query<?> query) {
        return compiler.text(SqlCompiler.treeOf(query), false);
    }

    /** As {@link #sql(Query)}. */
    public String sql(Command command) {
        return compiler.text(command.tree(), false);
    }

    /**
     * The text with the values in it; those of sensitive types are masked.
     *
     * @throws io.fluxalchemy.error.StatementException if the dialect lacks what the statement uses, or a literal for a value
     */
    public String inlined(Query<?> query) {
        return compiler.text(SqlCompiler.treeOf(query), true);
    }

    /** As {@link #inlined(Query)}. */
    public String inlined(Command command) {
        return compiler.text(command.tree(), true);
    }
}
