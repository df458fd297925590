package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Query;

/**
 * The SQL of statements without a database: for logs, tests and scripts. {@code inlined} holds the values as literals and is for
 * reading and for files only; the engine never executes it. Thread-safe; no I/O; nothing is cached.
 */
public final class SqlPrinter {

    private final Dialect dialect;

    private SqlPrinter(Dialect dialect) {
        this.dialect = dialect;
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
        return new SqlCompiler(dialect, 1).prepare(query).text();
    }

    /** As {@link #sql(Query)}. */
    public String sql(Command command) {
        return new SqlCompiler(dialect, 1).prepare(command).text();
    }

    /**
     * The text with the values in it; those of sensitive types are masked.
     *
     * @throws io.fluxalchemy.error.StatementException if the dialect lacks what the statement uses, or a literal for a value
     */
    public String inlined(Query<?> query) {
        return new SqlCompiler(dialect, 1).inlined(SqlCompiler.treeOf(query));
    }

    /** As {@link #inlined(Query)}. */
    public String inlined(Command command) {
        return new SqlCompiler(dialect, 1).inlined(command.tree());
    }
}
