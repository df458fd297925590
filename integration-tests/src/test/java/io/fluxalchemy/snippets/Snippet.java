package io.fluxalchemy.snippets;

import io.fluxalchemy.compiler.BoundSql;
import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Query;
import org.jspecify.annotations.Nullable;

/**
 * A statement as users write it, and its SQL on PostgreSQL.
 *
 * @param query null for a command
 * @param command null for a query
 */
record Snippet(
        String name, @Nullable Query<?> query, @Nullable Command command, String postgresql) {

    static Snippet of(String name, Query<?> query, String postgresql) {
        return new Snippet(name, query, null, postgresql);
    }

    static Snippet of(String name, Command command, String postgresql) {
        return new Snippet(name, null, command, postgresql);
    }

    BoundSql prepare(SqlCompiler compiler) {
        return query == null ? compiler.prepare(java.util.Objects.requireNonNull(command)) : compiler.prepare(query);
    }

    @Override
    public String toString() {
        return name;
    }
}
